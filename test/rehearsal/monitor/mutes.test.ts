import { DeploymentError, type Downtime } from '../../../src/deployment';
import { mutesOf, windowsOf } from '../../../src/rehearsal';
import { at, downtime, monitor, once, recurring, span, timeText } from './fixture';

const KL = 'Asia/Kuala_Lumpur';
/** Outside of 09:00 to 18:00 from Monday to Friday, in Kuala Lumpur. */
const NIGHTS = recurring(
  KL,
  '2026-11-02T18:00 PT15H FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU,WE,TH',
  '2026-11-06T18:00 PT63H FREQ=WEEKLY;INTERVAL=1;BYDAY=FR',
);

const mutes = (downtimes: readonly Downtime[], from: string, until: string, of = monitor()) =>
  mutesOf(of, downtimes, span(from, until));
const lines = (...args: Parameters<typeof mutes>) =>
  mutes(...args).map((mute) => `${timeText(mute.from)} - ${timeText(mute.until)}`);

test('office hours of a week: four nights, and Friday evening until Monday morning', () => {
  // 18:00 in Kuala Lumpur is 10:00 in UTC; 23 November is a Monday.
  expect(lines([downtime(NIGHTS)], '2026-11-23T02:00', '2026-11-30T02:00')).toEqual([
    '10:00 - 2026-11-24T01:00',
    '2026-11-24T10:00 - 2026-11-25T01:00',
    '2026-11-25T10:00 - 2026-11-26T01:00',
    '2026-11-26T10:00 - 2026-11-27T01:00',
    '2026-11-27T10:00 - 2026-11-30T01:00',
  ]);
});

test('one that has begun before the span, and one that ends after it, are whole', () => {
  expect(lines([downtime(NIGHTS)], '2026-11-28T12:00', '2026-11-28T12:05')).toEqual([
    '2026-11-27T10:00 - 2026-11-30T01:00',
  ]);
});

test('one that ends when the span begins is none of it', () => {
  expect(lines([downtime(NIGHTS)], '2026-11-24T01:00', '2026-11-24T10:00')).toEqual([]);
});

test('none is before the first one', () => {
  expect(lines([downtime(NIGHTS)], '2026-10-26T00:00', '2026-11-02T10:01')).toEqual([
    '2026-11-02T10:00 - 2026-11-03T01:00',
  ]);
});

test.each([
  ['PT24H', '2026-11-24T08:00'],
  ['P1D', '2026-11-24T08:00'],
  ['P1W', '2026-11-30T08:00'],
  ['PT90M', '09:30'],
])('an occurrence of %s', (duration, until) => {
  const time = recurring('Etc/UTC', `2026-11-23T08:00 ${duration} FREQ=WEEKLY;INTERVAL=1`);
  expect(lines([downtime(time)], '08:30', '08:31')).toEqual([`08:00 - ${until}`]);
});

test('every day, and on the weekday of its start where a weekly one names none', () => {
  const daily = recurring('Etc/UTC', '2026-11-21T08:00 PT1H FREQ=DAILY;INTERVAL=1');
  expect(lines([downtime(daily)], '2026-11-21T00:00', '2026-11-24T00:00')).toEqual([
    '2026-11-21T08:00 - 2026-11-21T09:00',
    '2026-11-22T08:00 - 2026-11-22T09:00',
    '08:00 - 09:00',
  ]);
  const weekly = recurring('Etc/UTC', '2026-11-16T08:00 PT1H FREQ=WEEKLY;INTERVAL=1');
  expect(lines([downtime(weekly)], '2026-11-16T00:00', '2026-11-24T00:00')).toEqual([
    '2026-11-16T08:00 - 2026-11-16T09:00',
    '08:00 - 09:00',
  ]);
});

test('it begins at its local time when the clocks have changed', () => {
  // New York: 4 hours behind UTC until 1 November 2026, 5 from then on.
  const time = recurring('America/New_York', '2026-10-30T18:00 PT15H FREQ=DAILY;INTERVAL=1');
  expect(lines([downtime(time)], '2026-10-30T22:00', '2026-11-02T00:00')).toEqual([
    '2026-10-30T22:00 - 2026-10-31T13:00',
    '2026-10-31T22:00 - 2026-11-01T13:00',
    '2026-11-01T23:00 - 2026-11-02T14:00',
  ]);
});

test('one that would begin in an hour that the clocks skip begins later, or is left out', () => {
  // London, Sunday 28 March 2027: 01:00 is followed by 02:00, an hour ahead of UTC.
  const time = recurring('Europe/London', '2027-03-27T01:30 PT1H FREQ=DAILY;INTERVAL=1');
  const [from, until] = [at('2027-03-27T00:00'), at('2027-03-30T00:00')];
  const found = (counting: 'elapsed' | 'wall-clock') =>
    mutesOf(monitor(), [downtime(time)], { from, until }, counting).map((mute) => timeText(mute.from));
  expect(found('elapsed')).toEqual(['2027-03-27T01:30', '2027-03-28T01:30', '2027-03-29T00:30']);
  expect(found('wall-clock')).toEqual(['2027-03-27T01:30', '2027-03-29T00:30']);
});

test('one time, also where it has begun already or begins at once', () => {
  expect(lines([downtime(once('08:00', '09:00'))], '07:00', '10:00')).toEqual(['08:00 - 09:00']);
  expect(lines([downtime(once('08:00', '09:00'))], '09:00', '10:00')).toEqual([]);
  expect(lines([downtime({ kind: 'once', until: at('09:00') })], '07:00', '10:00')).toEqual([
    '07:00 - 09:00',
  ]);
});

test('several downtimes are in the order of their beginnings', () => {
  const later = downtime(once('08:30', '08:40'));
  const earlier = downtime(once('08:00', '09:00'));
  expect(lines([later, earlier], '07:00', '10:00')).toEqual(['08:00 - 09:00', '08:30 - 08:40']);
});

describe('which monitors', () => {
  const of = (monitors: Downtime['monitors']) =>
    lines([downtime(once('08:00', '09:00'), { monitors })], '07:00', '10:00').length === 1;

  test.each<[boolean, Downtime['monitors']]>([
    [true, { tags: ['pipeline:growth'] }],
    [true, { tags: ['kind:freshness', 'pipeline:growth'] }],
    [true, { tags: ['*'] }],
    [false, { tags: ['pipeline:growth', 'kind:failure'] }],
    [false, { tags: ['pipeline:profit'] }],
    [true, { monitor: 'datadog_monitor.lag' }],
    [false, { monitor: 'datadog_monitor.lag2' }],
  ])('%s for %j', (isSilent, monitors) => {
    expect(of(monitors)).toBe(isSilent);
  });
});

test('what is told at the end needs a state, and that the end counts', () => {
  const told = (changes: Partial<Downtime>) =>
    mutes([downtime(once('08:00', '09:00'), changes)], '07:00', '10:00').map((mute) => mute.told);
  expect(told({ notifyEndStates: ['alert'] })).toEqual([['alert']]);
  expect(told({ notifyEndStates: [] })).toEqual([[]]);
  expect(told({ notifyEndTypes: ['canceled'] })).toEqual([[]]);
  expect(told({ notifyEndTypes: [] })).toEqual([[]]);
});

test.each([
  'FREQ=MONTHLY;INTERVAL=1',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO',
  'FREQ=WEEKLY;INTERVAL=1;BYDAY=MO;COUNT=3',
  'FREQ=WEEKLY;INTERVAL=1;BYDAY=MO;UNTIL=20261231T000000Z',
  'FREQ=WEEKLY;INTERVAL=1;BYDAY=1MO',
  'FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,XX',
  'FREQ=WEEKLY;INTERVAL=1;BYDAY=',
  'FREQ=HOURLY;INTERVAL=1',
  '',
])('a recurrence that is not known is an error: %s', (rrule) => {
  const time = recurring('Etc/UTC', `2026-11-02T18:00 PT15H ${rrule}`);
  expect(() => mutes([downtime(time)], '07:00', '10:00')).toThrow(DeploymentError);
});

test('a scope that is not known is an error where the downtime means the monitor', () => {
  const time = once('08:00', '09:00');
  expect(() => mutes([downtime(time, { scope: 'env:prod' })], '07:00', '10:00')).toThrow(
    'datadog_downtime_schedule.hours scope: the rehearsal can only play downtimes with the scope *: "env:prod"',
  );
  const another = downtime(time, { scope: 'env:prod', monitors: { tags: ['pipeline:profit'] } });
  expect(mutes([another], '07:00', '10:00')).toEqual([]);
});

test('an occurrence in an hour that occurs twice counts for a span that ends in its second run', () => {
  // 01:30 in London is first at 00:30 UTC on 25 October 2026; 01:15 UTC is 01:15 there, for the second time.
  const nightly = recurring('Europe/London', '2026-10-20T01:30 PT1H FREQ=DAILY;INTERVAL=1');
  const night = span('2026-10-25T00:00', '2026-10-25T01:15');
  for (const counting of ['elapsed', 'wall-clock'] as const) {
    const [first, ...others] = windowsOf(downtime(nightly), night, counting);
    expect([String(first?.from), others]).toEqual(['2026-10-25T00:30:00Z', []]);
  }
});
