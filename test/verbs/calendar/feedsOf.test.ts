import { join } from 'node:path';
import { type Catalog, loadCatalogOrThrow, readDataDirectory } from '../../../src/catalog';
import type { Feed } from '../../../src/verbs/calendar/feed';
import { feedsOf } from '../../../src/verbs/calendar/feedsOf';
import { catalogOf, type FixtureSpec, instant, local, present } from '../../roster/fixture';

const SPEC: FixtureSpec = {
  people: { aidil: [], spencer: [], choo: [] },
  horizonDays: 21,
  rotations: [{ id: 'growth', versions: [{ from: '2026-01-05', order: ['aidil', 'spencer'] }] }],
};

function feed(catalog: Catalog, asOf: string, path: string): Feed {
  const feeds = feedsOf(catalog, instant(asOf));
  return present(feeds.find(({ kind, id }) => `${kind}/${id}` === path));
}

/** Events as local text, one a line, with what is before the `@` of the UID. */
function lines({ events }: Feed): string[] {
  return events.map(
    ({ from, until, summary, uid }) => `${local(from)} ${local(until)} ${summary} | ${uid.split('@')[0]}`,
  );
}

test('a feed a person, in no rotation too, and a rotation', () => {
  const feeds = feedsOf(catalogOf(SPEC), instant('2026-01-07'));
  expect(feeds.map(({ kind, id, name, events }) => [kind, id, name, events.length])).toEqual([
    ['people', 'aidil', 'On call: Aidil', 2],
    ['people', 'spencer', 'On call: Spencer', 2],
    ['people', 'choo', 'On call: Choo', 0],
    ['rotations', 'growth', 'On call: Investor growth', 4],
  ]);
});

test('from the turn that runs to the horizon; the last event says that the shift continues', () => {
  const { events, ...rest } = feed(catalogOf(SPEC), '2026-01-07', 'rotations/growth');
  expect(lines({ events, ...rest })).toEqual([
    '2026-01-05T09:00 2026-01-12T09:00 On call: Investor growth (Aidil) | growth.2026-01-05.aidil.1',
    '2026-01-12T09:00 2026-01-19T09:00 On call: Investor growth (Spencer) | growth.2026-01-12.spencer.1',
    '2026-01-19T09:00 2026-01-26T09:00 On call: Investor growth (Aidil) | growth.2026-01-19.aidil.1',
    '2026-01-26T09:00 2026-01-28T00:00 On call: Investor growth (Spencer) | growth.2026-01-26.spencer.1',
  ]);
  expect(events.map(({ description }) => description.includes('The plan ends here'))).toEqual([
    false,
    false,
    false,
    true,
  ]);
  expect(events[0]?.uid).toBe('growth.2026-01-05.aidil.1@xyz-tech.watchbill');
});

test('the next day has the same UIDs, and what was cut at the horizon only grows', () => {
  const [today, tomorrow] = ['2026-01-07', '2026-01-08'].map((day) =>
    feed(catalogOf(SPEC), day, 'rotations/growth'),
  );
  expect(tomorrow?.events.map(({ uid }) => uid)).toEqual(today?.events.map(({ uid }) => uid));
  expect(local(present(tomorrow?.events.at(-1)).until)).toBe('2026-01-29T00:00');
});

test('a leave inside a turn cuts its event, which keeps its UID; the cover and the rest are new', () => {
  const catalog = catalogOf({
    ...SPEC,
    leave: [{ person: 'spencer', from: '2026-01-14', until: '2026-01-15' }],
  });
  expect(lines(feed(catalog, '2026-01-07', 'rotations/growth')).slice(1, 4)).toEqual([
    '2026-01-12T09:00 2026-01-14T00:00 On call: Investor growth (Spencer) | growth.2026-01-12.spencer.1',
    '2026-01-14T00:00 2026-01-16T00:00 On call: Investor growth (Aidil covers Spencer) | growth.2026-01-12.aidil.1',
    '2026-01-16T00:00 2026-01-19T09:00 On call: Investor growth (Spencer) | growth.2026-01-12.spencer.2',
  ]);
  expect(lines(feed(catalog, '2026-01-07', 'people/aidil')).map((line) => line.split('| ')[1])).toEqual([
    'growth.2026-01-05.aidil.1',
    'growth.2026-01-12.aidil.1',
    'growth.2026-01-19.aidil.1',
  ]);
  // In the middle of the turn the same events are there under the same names.
  const later = feed(catalog, '2026-01-17', 'rotations/growth');
  expect(later.events.slice(0, 4).map(({ uid }) => uid)).toEqual(
    feed(catalog, '2026-01-07', 'rotations/growth')
      .events.slice(0, 4)
      .map(({ uid }) => uid),
  );
});

test('what is past stays for four weeks, from the turn that ran then, under the same names', () => {
  const catalog = catalogOf(SPEC);
  const first = (asOf: string) => feed(catalog, asOf, 'rotations/growth').events[0]?.uid.split('@')[0];
  // Four weeks before Monday 2 March is the beginning of Monday 2 February: the turn of 26 January still ran.
  expect(first('2026-03-02')).toBe('growth.2026-01-26.spencer.1');
  expect(first('2026-03-03')).toBe('growth.2026-02-02.aidil.1');
});

test('a leave at the beginning of a turn moves the beginning; nobody gets the event of somebody else', () => {
  const catalog = catalogOf({
    ...SPEC,
    leave: [{ person: 'spencer', from: '2026-01-12', until: '2026-01-13' }],
  });
  expect(lines(feed(catalog, '2026-01-07', 'rotations/growth')).slice(1, 3)).toEqual([
    '2026-01-12T09:00 2026-01-14T00:00 On call: Investor growth (Aidil covers Spencer) | growth.2026-01-12.aidil.1',
    '2026-01-14T00:00 2026-01-19T09:00 On call: Investor growth (Spencer) | growth.2026-01-12.spencer.1',
  ]);
});

test('where everybody is away it says so, and not why', () => {
  const catalog = catalogOf({
    ...SPEC,
    leave: ['aidil', 'spencer'].map((person) => ({ person, from: '2026-01-14', until: '2026-01-15' })),
  });
  const clash = present(feed(catalog, '2026-01-07', 'people/spencer').events[1]);
  expect(clash.summary).toBe('On call: Investor growth (Spencer, CLASH)');
  expect(clash.description).toContain('everybody is away');
  expect(clash.description).not.toMatch(/leave|holiday/i);
});

test('names are inert: nothing of them notifies or links', () => {
  const catalog = catalogOf(SPEC);
  const [aidil, ...others] = catalog.people;
  const person = { ...present(aidil), name: '<a href="https://x.example">@all</a>\r\nX:1' };
  const { name } = feed({ ...catalog, people: [person, ...others] }, '2026-01-07', 'people/aidil');
  expect(name).toBe('On call: ‹a href="https://x.example"›(at)all‹/a› X:1');
});

describe('where there are several duties and zones', () => {
  const folder = join(__dirname, '../../../examples/three-offices');
  const catalog = loadCatalogOrThrow(readDataDirectory(folder), folder);
  const asOf = '2026-11-23T00:00:00+01:00';

  test('an event says the duty, and its time in the zone of the rotation', () => {
    const [backup] = feed(catalog, asOf, 'rotations/backup').events.filter(({ uid }) =>
      uid.includes('11-23'),
    );
    expect(backup?.summary).toBe('On call as backup: Backup (Joan)');
    expect(backup?.description).toMatch(
      /^Mon 23 Nov 2026 09:00 to Mon 30 Nov 09:00 \(Europe\/Berlin\)\n\nDuty: backup\n\n/,
    );
    const [london] = feed(catalog, asOf, 'rotations/london').events.filter(({ uid }) =>
      uid.includes('11-23'),
    );
    expect(london?.summary).toBe('On call as on-duty: London afternoons (George)');
    expect(london?.description).toMatch(/^Mon 23 Nov 2026 11:00 to Mon 23 Nov 17:00 \(Europe\/London\)\n/);
  });

  test('and where there is one of each it says neither', () => {
    const [event] = feed(catalogOf(SPEC), '2026-01-07', 'rotations/growth').events;
    expect(event?.description).not.toMatch(/Duty:|Kuala_Lumpur/);
  });

  test('the date of a UID is that of the hand-off in the zone of the rotation, in summer too', () => {
    // New York's noon is 18:00 in Berlin; a hand-off at 19:00 there is 01:00 of the next day here.
    const rotations = catalog.rotations.map((rotation) =>
      rotation.id === 'new-york'
        ? { ...rotation, handOff: { ...rotation.handOff, at: rotation.handOff.at.with({ hour: 19 }) } }
        : rotation,
    );
    const { events } = feed({ ...catalog, rotations }, asOf, 'rotations/new-york');
    expect(new Set(events.map(({ uid }) => uid.split('.')[1])).has('2026-11-23')).toBe(true);
    expect(new Set(events.map(({ uid }) => uid.split('.')[1])).has('2026-11-24')).toBe(false);
  });
});
