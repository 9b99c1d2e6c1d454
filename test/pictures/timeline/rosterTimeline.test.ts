import { Temporal } from 'temporal-polyfill';
import {
  PICTURE_STYLE,
  rosterTimeline,
  type Timeline,
  type TimelineShift,
  timelineLayers,
} from '../../../src/pictures';
import { Drawn, num } from '../drawn';

const at = (text: string) => Temporal.Instant.from(text);
const PEOPLE = [
  { id: 'ana', name: 'Ana' },
  { id: 'ben', name: 'Ben' },
  { id: 'chi', name: 'Chi' },
];

function shift(from: string, until: string, onDuty: string, rostered = onDuty): TimelineShift {
  return {
    from: at(from),
    until: at(until),
    onDuty,
    rostered,
    reason: onDuty === rostered ? 'rotation' : 'cover',
  };
}

/** Ten days of 70 units each from Monday 2 November in Kuala Lumpur, in a picture of 732. */
function timeline(shifts: readonly TimelineShift[], more: Partial<Timeline> = {}): Timeline {
  return {
    title: 'A roster',
    window: { from: at('2026-11-01T16:00Z'), until: at('2026-11-11T16:00Z') },
    people: PEOPLE,
    offices: [
      {
        name: 'Kuala Lumpur',
        timeZone: 'Asia/Kuala_Lumpur',
        weekend: [6, 7],
        holidays: [
          { date: Temporal.PlainDate.from('2026-11-09'), name: 'Deepavali' },
          { date: Temporal.PlainDate.from('2026-12-25'), name: 'Christmas' },
        ],
        rows: [{ name: 'Growth', note: 'backup', shifts }],
      },
    ],
    ...more,
  };
}
const draw = (value: Timeline, width = 732) => new Drawn(rosterTimeline(value, { width }));

test('a bar begins and ends at its moments, half a unit inside, in the colour of who is on call', () => {
  const drawn = draw(timeline([shift('2026-11-02T01:00Z', '2026-11-04T01:00Z', 'ben')]));
  const group = drawn.titled('Ben from Mon 2 Nov 2026 09:00 until Wed 4 Nov 09:00');
  const [rect] = [...group.getElementsByTagName('rect')];
  // 09:00 is 9/24 of 70 units after the margin of 16; two days are 140 units.
  expect(num(rect, 'x')).toBeCloseTo(16 + 26.25 + 0.5, 2);
  expect(num(rect, 'width')).toBeCloseTo(139, 2);
  expect(rect?.getAttribute('fill')).toBe('#efad6d');
  expect(group.getElementsByTagName('text')[0]?.textContent).toBe('Ben');
});

test('shifts of one person that meet are one bar', () => {
  const drawn = draw(
    timeline([
      shift('2026-11-02T01:00Z', '2026-11-03T01:00Z', 'ben'),
      shift('2026-11-03T01:00Z', '2026-11-04T01:00Z', 'ben'),
      shift('2026-11-05T01:00Z', '2026-11-06T01:00Z', 'ben'),
      shift('2026-11-06T01:00Z', '2026-11-07T01:00Z', 'ben', 'ana'),
      shift('2026-11-07T01:00Z', '2026-11-08T01:00Z', 'ben', 'chi'),
    ]),
  );
  const titles = drawn.all('g').map(({ firstChild }) => firstChild?.textContent);
  expect(titles.filter((title) => title?.startsWith('Ben'))).toEqual([
    'Ben from Mon 2 Nov 2026 09:00 until Wed 4 Nov 09:00',
    'Ben from Thu 5 Nov 2026 09:00 until Fri 6 Nov 09:00',
    'Ben for Ana from Fri 6 Nov 2026 09:00 until Sat 7 Nov 09:00',
    'Ben for Chi from Sat 7 Nov 2026 09:00 until Sun 8 Nov 09:00',
  ]);
});

test('a cover is hatched over a strip of whose turn it is', () => {
  const drawn = draw(timeline([shift('2026-11-02T01:00Z', '2026-11-04T01:00Z', 'ben', 'ana')]));
  const group = drawn.titled('Ben for Ana from Mon 2 Nov 2026 09:00 until Wed 4 Nov 09:00');
  const rects = [...group.getElementsByTagName('rect')];
  expect(rects.map((rect) => rect.getAttribute('fill'))).toEqual([
    '#efad6d',
    'url(#picture-hatch)',
    '#7aa6e0',
  ]);
  expect(num(rects[2], 'y') + num(rects[2], 'height')).toBe(num(rects[0], 'y') + num(rects[0], 'height'));
  expect(group.getElementsByTagName('text')[0]?.textContent).toBe('Ben for Ana');
  expect(drawn.texts).toContain('cover, over whose turn it is');
});

test('a clash has an outline, a sign, and an entry in the legend', () => {
  const clash = { ...shift('2026-11-02T01:00Z', '2026-11-04T01:00Z', 'ana'), reason: 'clash' as const };
  const drawn = draw(timeline([clash]));
  const group = drawn.titled(
    'Ana, although everybody is away, from Mon 2 Nov 2026 09:00 until Wed 4 Nov 09:00',
  );
  expect([...group.getElementsByTagName('rect')][1]?.getAttribute('class')).toBe('wb-clash');
  expect(group.getElementsByTagName('path')[0]?.getAttribute('class')).toBe('wb-sign');
  expect(drawn.texts).toContain('everybody is away');
  expect(draw(timeline([])).texts).not.toContain('everybody is away');
});

test('the longest text that fits is in a bar: for whom, the name, initials, nothing', () => {
  const label = (hours: number) => {
    const from = at('2026-11-02T01:00Z');
    const cover = {
      from,
      until: from.add({ hours }),
      onDuty: 'ben',
      rostered: 'ana',
      reason: 'cover' as const,
    };
    const group = draw(timeline([cover])).all('svg')[0];
    return group?.textContent;
  };
  // 'Ben for Ana' takes 70.4 units, 'Ben' 23.2 and 'Be' 15.6; 24 hours are 70, of which 13 or 3 are not for text.
  expect([29, 28, 13, 12, 7, 6].map(label)).toEqual(['Ben for Ana', 'Ben', 'Ben', 'Be', 'Be', undefined]);
});

test('days off are behind the rows, from midnight to midnight of the office', () => {
  const drawn = draw(timeline([]));
  const bands = drawn
    .all('rect')
    .filter((rect) => num(rect, 'height') > 30 && /weekend|holiday/.test(rect.getAttribute('class') ?? ''))
    .map((rect) => [rect.getAttribute('class'), num(rect, 'x'), num(rect, 'width')]);
  expect(bands).toEqual([
    ['wb-weekend', 16 + 5 * 70, 70],
    ['wb-weekend', 16 + 6 * 70, 70],
    ['wb-holiday', 16 + 7 * 70, 70],
  ]);
  expect(drawn.texts).toContain('Deepavali');
  expect(drawn.texts).not.toContain('Christmas');
});

test("a holiday's name is cut where it has no room, and left out where too little of it would be left", () => {
  const named = (name: string, from: string) => {
    const window = { from: at(from), until: at('2026-11-11T16:00Z') };
    const [office] = timeline([]).offices;
    const holidays = [{ date: Temporal.PlainDate.from('2026-11-11'), name }];
    const offices = office === undefined ? [] : [{ ...office, holidays }];
    return draw(timeline([], { window, offices })).texts.find((text) => text.startsWith('Dee'));
  };
  // 66 units are free for the last of ten days, and 29 for the last of 21 and a bit.
  expect(named('Deepavali', '2026-11-01T16:00Z')).toBe('Deepavali');
  expect(named('Deepavali, the festival of lights', '2026-11-01T16:00Z')).toMatch(/^Deepaval…$|^Deepavali…$/);
  expect(named('Deepavali', '2026-10-21T16:00Z')).toBeUndefined();
});

test('each office has its own dates and days off, and clocks that change make a day longer', () => {
  const window = { from: at('2026-10-23T22:00Z'), until: at('2026-10-26T23:00Z') };
  const office = { weekend: [6, 7], holidays: [], rows: [{ name: 'Night', shifts: [] }] };
  const offices = [
    { ...office, name: 'Berlin', timeZone: 'Europe/Berlin' },
    { ...office, name: 'Tokyo', timeZone: 'Asia/Tokyo' },
  ];
  const drawn = draw(timeline([], { window, offices }));
  const bands = drawn
    .all('rect')
    .filter((rect) => rect.getAttribute('class') === 'wb-weekend' && num(rect, 'height') > 30)
    .map((rect) => [num(rect, 'x'), num(rect, 'width')]);
  // 73 hours in 700 units: Berlin's Sunday has 25. Tokyo's Saturday began seven hours before Berlin's.
  const hour = 700 / 73;
  const expected = [
    [16, 24 * hour],
    [16 + 24 * hour, 25 * hour],
    [16, 17 * hour],
    [16 + 17 * hour, 24 * hour],
  ];
  expect(bands).toHaveLength(4);
  for (const [index, [x = 0, width = 0]] of expected.entries()) {
    expect(bands[index]?.[0]).toBeCloseTo(x, 1);
    expect(bands[index]?.[1]).toBeCloseTo(width, 1);
  }
  expect(drawn.texts).toEqual(expect.arrayContaining(['Europe/Berlin', 'Asia/Tokyo', 'Sat 24 Oct 2026']));
});

test('today is a line behind the bars, where it is within the picture', () => {
  const shifts = [shift('2026-11-02T01:00Z', '2026-11-04T01:00Z', 'ben')];
  const drawn = draw(timeline(shifts, { today: at('2026-11-03T04:00Z') }));
  // Tuesday 12:00: a day and a half of ten.
  const [line] = drawn.all('line');
  expect(['x1', 'x2', 'class'].map((name) => line?.getAttribute(name))).toEqual([
    '15.00%',
    '15.00%',
    'wb-moment',
  ]);
  expect(drawn.svg.indexOf('wb-moment"')).toBeLessThan(drawn.svg.indexOf('<title>Ben'));
  expect(draw(timeline(shifts, { today: at('2026-12-03T04:00Z') })).texts).not.toContain('today');
});

test('a file and what lies over it: together the same picture', () => {
  const shifts = [shift('2026-11-02T01:00Z', '2026-11-04T01:00Z', 'ben')];
  const moment = timeline(shifts, { today: at('2026-11-03T04:00Z') });
  const layers = timelineLayers(moment, {});
  const [picture, over] = [new Drawn(layers.picture), new Drawn(layers.today)];
  const whole = new Drawn(rosterTimeline(moment));
  expect(picture.all('line')).toEqual([]);
  expect(picture.texts).toEqual(whole.texts.filter((text) => text !== 'today'));
  expect(over.texts).toEqual(['today']);
  expect([over, picture].map(({ root }) => root.getAttribute('viewBox'))).toEqual([
    whole.root.getAttribute('viewBox'),
    whole.root.getAttribute('viewBox'),
  ]);
  for (const name of ['x1', 'x2']) {
    expect(over.all('line')[0]?.getAttribute(name)).toBe(whole.all('line')[0]?.getAttribute(name));
  }
});

test('screen readers hear all of it', () => {
  const drawn = draw(timeline([shift('2026-11-02T01:00Z', '2026-11-04T01:00Z', 'ben', 'ana')]));
  expect(drawn.root.getAttribute('role')).toBe('img');
  expect(drawn.root.getAttribute('aria-labelledby')).toBe('picture-title picture-desc');
  expect(drawn.all('title')[0]?.textContent).toBe('A roster');
  expect(drawn.all('desc')[0]?.textContent).toBe(
    'Times of Asia/Kuala_Lumpur. Growth: Ben for Ana from Mon 2 Nov 2026 09:00 until Wed 4 Nov 09:00. ' +
      'Holidays: Deepavali on 2026-11-09.',
  );
});

test('a page with the style in its own sheet gets none, and its own ids', () => {
  const svg = rosterTimeline(timeline([]), { id: 'growth', standalone: false });
  expect(svg).not.toContain('<style>');
  expect(rosterTimeline(timeline([]))).toContain(`<style>\n${PICTURE_STYLE}\n</style>`);
  expect([...svg.matchAll(/ id="([^"]*)"/g)].every(([, id]) => id?.startsWith('growth-'))).toBe(true);
  expect(() => rosterTimeline(timeline([]), { id: '"><script>' })).toThrow('not an id for a picture');
});

test('names of any script and length change nothing but text, and none leaves the picture', () => {
  const names = [
    '<script>alert(1)</script>',
    'x'.repeat(100),
    'محمد بن عبد الله',
    '田中太郎',
    '${a} {{b}} @all',
  ];
  const people = names.map((name, index) => ({ id: `p${index}`, name }));
  const from = at('2026-11-01T16:00Z');
  const shifts = people.map(({ id }, index) => ({
    from: from.add({ hours: 48 * index }),
    until: from.add({ hours: 48 * (index + 1) }),
    onDuty: id,
    rostered: id,
    reason: 'rotation' as const,
  }));
  const text = rosterTimeline(timeline(shifts, { people }), { width: 732 });
  const drawn = new Drawn(text);
  expect(drawn.all('script')).toEqual([]);
  expect(text).not.toMatch(/href|url\((?!#picture-)|@import|https?:(?!\/\/www\.w3\.org\/2000\/svg")/);
  expect(drawn.all('svg').map(({ textContent }) => textContent)).toEqual([
    '<s',
    'xx',
    'محمد بن عبد الله',
    '田中太郎',
    '${a} {{b}} @all',
  ]);
  expect(drawn.texts).toContain('<script>alert(1)</script>');
  expect(rosterTimeline(timeline(shifts, { people }), { width: 732 })).toBe(text);
});

test('somebody who is not among the people is an error of the caller', () => {
  const shifts = [shift('2026-11-02T01:00Z', '2026-11-04T01:00Z', 'zoe')];
  expect(() => draw(timeline(shifts))).toThrow('not among the people of the picture: zoe');
});

test('mornings too narrow for initials are one shape and one sentence, with the cover in between', () => {
  // 84 days in 350 units: a morning of six hours is one unit wide.
  const mornings = ['02', '03', '04', '05'].map((day) =>
    shift(`2026-11-${day}T01:00Z`, `2026-11-${day}T07:00Z`, day === '04' ? 'chi' : 'ben', 'ben'),
  );
  const drawn = draw(
    timeline(mornings, { window: { from: at('2026-11-01T16:00Z'), until: at('2027-01-24T16:00Z') } }),
    382,
  );
  const group = drawn.titled('Ben 3 times from Mon 2 Nov 2026 09:00 until Thu 5 Nov 15:00');
  const [path] = [...group.getElementsByTagName('path')];
  // From 9/24 of a day of 350/84 units after the margin of 16, half a unit inside: 16 + 1.56 + 0.5.
  expect(path?.getAttribute('d')).toMatch(/^M18\.1 \d+h0\.5v26h-0\.5zM22\.2 \d+h0\.5v26h-0\.5zM30\.6 /);
  expect(path?.getAttribute('fill')).toBe('#efad6d');
  expect(group.getAttribute('data-people')).toBe('ben');
  drawn.titled('Chi for Ben from Wed 4 Nov 2026 09:00 until Wed 4 Nov 15:00');
});
