import type { Catalog } from '../../../src/catalog';
import { feedsOf } from '../../../src/verbs/calendar/feedsOf';
import { feedText } from '../../../src/verbs/calendar/feedText';
import { catalogOf, type FixtureSpec, instant, present } from '../../roster/fixture';
import { instants, instantsOf, parsed, shown } from './parsed';

const LONDON: FixtureSpec = {
  timeZone: 'Europe/London',
  people: { ada: [], grace: [] },
  horizonDays: 21,
  rotations: [{ id: 'nightly', versions: [{ from: '2026-01-05', order: ['ada', 'grace'] }] }],
};

function text(catalog: Catalog, asOf: string, path: string): string {
  const { timeZone } = catalog.organization;
  const at = instant(asOf, timeZone);
  const feed = present(feedsOf(catalog, at).find(({ kind, id }) => `${kind}/${id}` === path));
  return feedText(feed, { asOf: at, timeZone });
}

function linesOf(feed: string): string[] {
  return feed.replaceAll('\r\n ', '').split('\r\n');
}

test.each([
  // [zone, as of, last hand-off before the change, first after it]
  ['Europe/London', '2026-03-18', '2026-03-23T09:00:00Z', '2026-03-30T08:00:00Z'],
  ['Europe/London', '2026-10-20', '2026-10-19T08:00:00Z', '2026-10-26T09:00:00Z'],
  ['Europe/Berlin', '2026-03-18', '2026-03-23T08:00:00Z', '2026-03-30T07:00:00Z'],
  ['Europe/Berlin', '2026-10-20', '2026-10-19T07:00:00Z', '2026-10-26T08:00:00Z'],
])('in %s the hand-off stays at 09:00 local when clocks change after %s', (timeZone, asOf, before, after) => {
  const feed = text(catalogOf({ ...LONDON, timeZone }), asOf, 'rotations/nightly');
  const events = parsed(feed).events ?? [];
  expect(events.map(instants)).toContainEqual([before, after]);
  expect(instantsOf(feed)).toEqual(events.map(instants));
  for (const event of events.slice(0, -1)) expect(shown(event, timeZone)).toMatch(/T09:00 \S+T09:00 /);
});

test('no zone is listed, which Outlook would misread: every time is in UTC', () => {
  const feed = text(catalogOf({ ...LONDON, timeZone: 'Europe/Berlin' }), '2026-03-18', 'rotations/nightly');
  expect(feed).not.toMatch(/VTIMEZONE|TZID=/);
  expect(linesOf(feed)).toContain('DTSTART:20260330T070000Z');
  expect(linesOf(feed)).toContain('X-WR-TIMEZONE:Europe/Berlin');
});

test.each([
  ['first', '2026-10-25T00:30:00Z', 'DTSTART:20261025T003000Z'],
  ['second', '2026-10-25T01:30:00Z', 'DTSTART:20261025T013000Z'],
])('the %s of a time that occurs twice is told from the other', (_, at, line) => {
  const catalog = catalogOf({
    ...LONDON,
    leave: [{ person: 'grace', from: '2026-10-25T01:30', until: '2026-10-25T12:00' }],
  });
  const [leave] = catalog.leave;
  const second = { ...present(leave), from: instant(at) };
  const feed = text({ ...catalog, leave: [second] }, '2026-10-20', 'rotations/nightly');
  expect(parsed(feed).events?.map(instants)).toContainEqual([at, '2026-10-25T12:00:00Z']);
  expect(linesOf(feed)).toContain(line);
});

test('an alarm a day before, stamps from as of, and nobody looks busy', () => {
  const { events } = parsed(text(catalogOf(LONDON), '2026-03-18T10:30', 'people/ada'));
  const event = present(events?.[0]);
  expect(event.alarms).toEqual([
    {
      action: 'DISPLAY',
      description: 'On call: Investor nightly (Ada)',
      trigger: { type: 'relative', value: { before: true, days: 1 }, options: {} },
    },
  ]);
  expect(event.stamp.date.toISOString()).toBe('2026-03-18T10:30:00.000Z');
  expect(event.timeTransparent).toBe('TRANSPARENT');
  const later = parsed(text(catalogOf(LONDON), '2026-03-18T10:31', 'people/ada')).events?.[0];
  expect(present(later?.sequence) - present(event.sequence)).toBe(1);
});

test('commas, semicolons and backslashes are escaped, and lines fold at 75 octets', () => {
  const catalog = catalogOf(LONDON);
  const name = `Ada, Countess; née Byron ${'é😀x'.repeat(40)}`;
  const [ada, ...others] = catalog.people;
  const person = { ...present(ada), name };
  const rotations = catalog.rotations.map((rotation) => ({
    ...rotation,
    versions: rotation.versions.map((version) => ({
      ...version,
      order: version.order.map((each) => (each.id === 'ada' ? person : each)),
    })),
  }));
  const feed = text({ ...catalog, people: [person, ...others], rotations }, '2026-03-18', 'people/ada');
  expect(feed).toContain('SUMMARY:On call: Investor nightly (Ada\\, Countess\\; née Byron');
  const lines = feed.split('\r\n');
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  expect(feed.replaceAll('\r\n', '')).not.toMatch(/[\r\n\ufffd]/);
  expect(parsed(feed).events?.[0]?.summary).toBe(`On call: Investor nightly (${name})`);
  expect(linesOf(feed)).toContain(
    `X-WR-CALNAME;VALUE=TEXT:On call: ${name.replace(',', '\\,').replace(';', '\\;')}`,
  );
});

test('a feed of nobody is whole, too', () => {
  const catalog = catalogOf({ ...LONDON, people: { ada: [], grace: [], joan: [] } });
  const feed = text(catalog, '2026-03-18', 'people/joan');
  expect(parsed(feed).events ?? []).toEqual([]);
  expect(feed.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Watchbill//Watchbill//EN\r\n')).toBe(
    true,
  );
  expect(feed.endsWith('END:VCALENDAR\r\n')).toBe(true);
});
