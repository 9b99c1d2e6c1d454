import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { loadCatalogOrThrow, readDataDirectory } from '../../../src/catalog';
import type { Feed } from '../../../src/verbs/calendar/feed';
import { feedsOf } from '../../../src/verbs/calendar/feedsOf';
import { present } from '../../roster/fixture';

const FOLDER = join(__dirname, '../../../examples/three-offices');
const ASOF = Temporal.Instant.from('2026-11-26T00:00:00+01:00');

/** Feeds of the example with another version of the rotation that has an order. */
function feedsWith(order: string, version: string): readonly Feed[] {
  const files = readDataDirectory(FOLDER);
  const text = Buffer.from(present(files.get('rotations.yaml')))
    .toString()
    .replace(`order: [${order}] }\n`, `order: [${order}] }\n    - ${version}\n`);
  const changed = new Map([...files, ['rotations.yaml', Buffer.from(text)]]);
  return feedsOf(loadCatalogOrThrow(changed, 'data'), ASOF);
}

const eventsOf = (feeds: readonly Feed[], path: string) =>
  present(feeds.find(({ kind, id }) => `${kind}/${id}` === path)).events;

/** Events that begin in a span of local time, one a line, with what is before the `@` of the UID. */
function lines(feeds: readonly Feed[], path: string, timeZone: string, from: string, until: string) {
  const local = (at: Temporal.Instant) =>
    at.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' });
  return eventsOf(feeds, path)
    .map(({ uid, ...event }) => [local(event.from), local(event.until), uid.split('@')[0]])
    .filter(([begins = '']) => from <= begins && begins < until)
    .map((words) => words.join(' '));
}

/** Ids of the rotations whose last event says that the shift continues. */
const goingOn = (feeds: readonly Feed[]) =>
  feeds
    .filter(({ kind, events }) => kind === 'rotations' && events.at(-1)?.description.includes('continues'))
    .map(({ id }) => id);

// By hand: the 47th week after 5 January, from Monday 23 November, is George's in London and Laura's in New York.
// The plan ends on Thursday 18 February 2027 at 00:00 in Berlin, which is 23:00 in London and 18:00 in New York.
describe('from weeks of afternoons to days from 08:00 until 20:00', () => {
  const feeds = feedsWith(
    'fiona, george, imran',
    '{ from: 2026-11-30, order: [george, harriet], turn: 1d, handOff: { at: "08:00" }, hours: { from: "08:00", until: "20:00" } }',
  );

  test('each event has the hours of its version, and a UID with the date of its own turn', () => {
    expect(lines(feeds, 'rotations/london', 'Europe/London', '2026-11-28', '2026-12-03')).toEqual([
      '2026-11-28T11:00 2026-11-28T17:00 london.2026-11-23.george.6',
      '2026-11-29T11:00 2026-11-29T17:00 london.2026-11-23.george.7',
      '2026-11-30T08:00 2026-11-30T20:00 london.2026-11-30.george.1',
      '2026-12-01T08:00 2026-12-01T20:00 london.2026-12-01.harriet.1',
      '2026-12-02T08:00 2026-12-02T20:00 london.2026-12-02.george.1',
    ]);
  });

  test('George, on leave from 7 December on, is covered in his turns of the new version alone', () => {
    expect(lines(feeds, 'rotations/london', 'Europe/London', '2026-12-06', '2026-12-10')).toEqual([
      '2026-12-06T08:00 2026-12-06T20:00 london.2026-12-06.george.1',
      '2026-12-07T08:00 2026-12-07T20:00 london.2026-12-07.harriet.1',
      '2026-12-08T08:00 2026-12-08T20:00 london.2026-12-08.harriet.1',
      '2026-12-09T08:00 2026-12-09T20:00 london.2026-12-09.harriet.1',
    ]);
    expect(lines(feeds, 'people/george', 'Europe/London', '2026-12-06', '2026-12-13')).toEqual([
      '2026-12-06T08:00 2026-12-06T20:00 london.2026-12-06.george.1',
      '2026-12-12T08:00 2026-12-12T20:00 london.2026-12-12.george.1',
    ]);
  });

  test('only a shift that the end of the plan cuts is said to go on', () => {
    expect(lines(feeds, 'rotations/london', 'Europe/London', '2027-02-17', '2027-02-20')).toEqual([
      '2027-02-17T08:00 2027-02-17T20:00 london.2027-02-17.harriet.1',
    ]);
    expect(goingOn(feeds)).toEqual(['new-york', 'backup']);
  });
});

test('a night is cut where an order of all hours begins, and the plan cuts a shift of that order', () => {
  const feeds = feedsWith(
    'kofi, laura, nina',
    '{ from: 2026-11-30, order: [laura, nina], turn: 1d, handOff: { at: "00:00" }, hours: { from: "00:00", until: "00:00" } }',
  );
  const zone = 'America/New_York';
  expect(lines(feeds, 'rotations/new-york', zone, '2026-11-28', '2026-12-02')).toEqual([
    '2026-11-28T12:00 2026-11-29T01:00 new-york.2026-11-23.laura.6',
    '2026-11-29T12:00 2026-11-30T00:00 new-york.2026-11-23.laura.7',
    '2026-11-30T00:00 2026-12-01T00:00 new-york.2026-11-30.laura.1',
    '2026-12-01T00:00 2026-12-02T00:00 new-york.2026-12-01.nina.1',
  ]);
  expect(lines(feeds, 'rotations/new-york', zone, '2027-02-17', '2027-02-20')).toEqual([
    '2027-02-17T00:00 2027-02-17T18:00 new-york.2027-02-17.nina.1',
  ]);
  expect(goingOn(feeds)).toEqual(['new-york', 'backup']);
});

test('hours that end when the plan does are not cut', () => {
  const feeds = feedsWith(
    'anna, bernd, elif',
    '{ from: 2026-11-30, order: [anna, bernd], hours: { from: "18:00", until: "00:00" } }',
  );
  expect(lines(feeds, 'rotations/berlin', 'Europe/Berlin', '2027-02-17', '2027-02-20')).toEqual([
    expect.stringMatching(/^2027-02-17T18:00 2027-02-18T00:00 /),
  ]);
  expect(goingOn(feeds)).toEqual(['new-york', 'backup']);
});
