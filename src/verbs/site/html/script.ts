/**
 * Brings who is on call to the present, from the roster in the page: the words of `parts/duty.ts`,
 * for the moment at which the page is read, and the line of today in a picture. Past the roster's end nobody is named. It asks
 * nobody for anything; without it the page says as of when it is.
 */
export const SCRIPT = `'use strict';
(() => {
  const data = JSON.parse(document.getElementById(':data').textContent);
  const formats = new Map();
  const parts = (seconds, zone) => {
    if (!formats.has(zone)) formats.set(zone, new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'longOffset' }));
    return Object.fromEntries(formats.get(zone).formatToParts(seconds * 1000).map(({ type, value }) => [type, value]));
  };
  const clock = (seconds, zone) => {
    const { hour, minute, weekday, day, month } = parts(seconds, zone);
    return weekday + '\u00a0' + day + '\u00a0' + month + ' ' + hour + ':' + minute;
  };
  // An hour that occurs twice is told apart by its offset.
  const text = (seconds, zone) => {
    const own = clock(seconds, zone);
    const twice = [-3600, 3600].some((shift) => clock(seconds + shift, zone) === own);
    return twice ? own + '\u00a0(' + parts(seconds, zone).timeZoneName.replace('GMT', 'UTC') + ')' : own;
  };
  const made = (name, content, attributes = {}) => {
    const element = Object.assign(document.createElement(name), attributes);
    element.append(...[content].flat());
    return element;
  };
  const time = (seconds, zone) => made('time', text(seconds, zone), { dateTime: new Date(seconds * 1000).toISOString() });
  const person = (place) => {
    const [id, name, initials, classes] = data.people[place];
    const badge = made('span', [], { className: 'badge ' + classes });
    badge.dataset.initials = initials;
    badge.setAttribute('aria-hidden', 'true');
    return made('a', [badge, made('bdi', name)], { className: 'person', href: data.root + 'people/' + id + '.html' });
  };
  const fill = (duty, slot, ...content) => duty.querySelector('[data-slot="' + slot + '"]').replaceChildren(...content);
  const show = (duty, now) => {
    const { shifts, zone = data.zone } = data.rotations[duty.dataset.live];
    const elsewhere = zone === data.zone ? '' : ' (' + zone + ')';
    const shift = shifts.find(([from, until]) => from <= now && now < until);
    const next = shifts.find(([from]) => from >= (shift ? shift[1] : now));
    if (now >= data.horizon) {
      fill(duty, 'who', 'not known');
      fill(duty, 'until', 'the roster of this page has ended');
      fill(duty, 'note');
      fill(duty, 'next', 'not known');
      return;
    }
    duty.classList.toggle('off', !shift);
    fill(duty, 'who', shift ? person(shift[2]) : 'nobody');
    fill(duty, 'until', ...(shift ? ['until ' + (shift[1] === data.horizon ? 'at least ' : ''), time(shift[1], zone), elsewhere] : []));
    const covered = shift ? shift[3] : -1;
    const note = covered === -1 ? [] : covered === -2 ? ['CLASH: everybody is away, agree on a stand-in'] : ['covers ', made('bdi', data.people[covered][1])];
    fill(duty, 'note', ...note);
    fill(duty, 'next', ...(next ? [person(next[2]), ' from ', time(next[0], zone), elsewhere] : ['not planned yet']));
  };
  // The line of today in a picture of the window, in per cent of it, and what stands below.
  const today = (mark, now) => {
    const place = (now - data.from) / (data.horizon - data.from) * 100;
    mark.toggleAttribute('hidden', place >= 100);
    const [line, title, label] = ['line', 'title', 'text'].map((name) => mark.querySelector(name));
    const x = place + '%';
    if (line) for (const end of ['x1', 'x2']) line.setAttribute(end, x);
    if (!label) return;
    title.textContent = text(now, data.zone);
    label.textContent = 'today';
    label.setAttribute('x', x);
    label.setAttribute('text-anchor', place < 15 ? 'start' : place > 85 ? 'end' : 'middle');
  };
  const stale = document.getElementById(':stale');
  const asOf = document.getElementById(':as-of');
  const refresh = () => {
    const now = Math.max(Math.floor(Date.now() / 1000), data.at);
    for (const duty of document.querySelectorAll('[data-live]')) show(duty, now);
    for (const mark of document.querySelectorAll('.wb-today')) today(mark, now);
    for (const row of document.querySelectorAll('[data-begins],tr[data-from]')) {
      const { begins = Date.parse(row.dataset.from) / 1000, ends = Date.parse(row.dataset.until) / 1000 } = row.dataset;
      row.classList.toggle('past', Number(ends) <= now);
      row.classList.toggle('running', Number(begins) <= now && now < Number(ends));
    }
    if (asOf) asOf.replaceChildren(time(now, data.zone), ' (' + data.zone + ')');
    const days = Math.floor((now - data.at) / 86400);
    const over = now >= data.horizon;
    stale.hidden = !over && days < 2;
    stale.classList.toggle('over', over);
    stale.textContent = over
      ? 'This page is stale. Its roster ended on ' + text(data.horizon, data.zone) + ', so it no longer knows who is on call. Ask PagerDuty, and have the site written again.'
      : 'This page is ' + days + ' days old. Leave and swaps entered since then are not in it.';
  };
  // Calendars follow a feed by its whole address, with a scheme of their own.
  for (const link of document.querySelectorAll('[data-subscribe]')) {
    if (!/^https?:$/.test(location.protocol)) continue;
    link.href = link.href.replace(/^https?:/, 'webcal:');
    link.hidden = false;
  }
  refresh();
  setInterval(refresh, 15000);
  document.addEventListener('visibilitychange', refresh);
})();
`;
