import { Temporal } from 'temporal-polyfill';
import type { Downtime } from '../../../../src/deployment';
import { downtimePairs } from '../../../../src/verbs/drift/differences/downtimePairs';
import { downtime, monitor, recurring } from '../../../rehearsal/monitor/fixture';

const at = (local: string) => Temporal.ZonedDateTime.from(`${local}[Asia/Kuala_Lumpur]`).toInstant();
const once = (from: string | undefined, until: string, key: string): Downtime =>
  downtime({ kind: 'once', ...(from === undefined ? {} : { from: at(from) }), until: at(until) }, { key });
/** Nights and weekends; 27 November 2026 is a Friday. */
const nights = (week: string, friday: string): Downtime =>
  downtime(
    recurring(
      'Asia/Kuala_Lumpur',
      `${week}T18:00 PT15H FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU,WE,TH`,
      `${friday}T18:00 PT63H FREQ=WEEKLY;INTERVAL=1;BYDAY=FR`,
    ),
    { key: 'nights' },
  );

function told(expected: Downtime[], found: Downtime[], now: string, canceled: Downtime[] = []) {
  const nothing = { schedules: [], escalationPolicies: [], services: [], handles: [], monitors: [] };
  const partial = { ...nothing, downtimes: [] };
  const account = { deployment: { ...nothing, downtimes: found }, partial, canceled };
  const silenced = [{ expected: monitor(), found: monitor() }];
  const pairs = downtimePairs(expected, account, silenced, at(now));
  const keys = (all: readonly Downtime[]) => all.map(({ key }) => key);
  return {
    missing: keys(pairs.missing),
    unexpected: keys(pairs.unexpected),
    canceled: pairs.canceled.map((pair) => pair.expected.key),
  };
}

const NONE = { missing: [], unexpected: [], canceled: [] };

test('deployed on Thursday morning, looked at on Friday night: what a plan of then would bridge is held already', () => {
  const expected = [nights('2026-11-30', '2026-12-04'), once(undefined, '2026-11-30T09:00', 'bridge')];
  expect(told(expected, [nights('2026-11-26', '2026-11-27')], '2026-11-27T20:00')).toEqual(NONE);
});

test('deployed on Friday evening, looked at as of that morning: its bridge holds what the data holds', () => {
  const expected = [nights('2026-11-30', '2026-11-27')];
  const found = [nights('2026-11-30', '2026-12-04'), once('2026-11-27T19:00', '2026-11-30T09:00', 'bridge')];
  expect(told(expected, found, '2026-11-27T20:00')).toEqual(NONE);
});

test('the bridge of a first weekend that is not there is missing, or was canceled', () => {
  const bridge = once(undefined, '2026-11-30T09:00', 'bridge');
  const expected = [nights('2026-11-30', '2026-12-04'), bridge];
  const found = [nights('2026-11-30', '2026-12-04')];
  expect(told(expected, found, '2026-11-27T20:00')).toEqual({ ...NONE, missing: ['bridge'] });
  const was = once('2026-11-27T19:00', '2026-11-30T09:00', 'was');
  expect(told(expected, found, '2026-11-27T20:00', [was])).toEqual({ ...NONE, canceled: ['bridge'] });
});

test('half a bridge is none, and what lasts into office hours was silenced by hand', () => {
  const all = nights('2026-11-26', '2026-11-27');
  const hand = once('2026-11-27T20:00', '2026-11-30T09:01', 'hand');
  expect(told([all], [all, hand], '2026-11-27T20:30')).toEqual({ ...NONE, unexpected: ['hand'] });
  const bridge = once(undefined, '2026-11-30T09:00', 'bridge');
  const half = downtime(
    { kind: 'once', until: at('2026-11-29T09:00') },
    { key: 'half', monitors: { tags: ['pipeline:profit'] } },
  );
  expect(told([bridge], [half], '2026-11-27T20:30')).toEqual({
    missing: ['bridge'],
    unexpected: ['half'],
    canceled: [],
  });
});

test('a recurrence that nobody understands holds nothing for certain', () => {
  const odd = downtime(recurring('Asia/Kuala_Lumpur', '2026-11-01T00:00 PT24H FREQ=MONTHLY;INTERVAL=1'));
  const bridge = once(undefined, '2026-11-30T09:00', 'bridge');
  expect(told([bridge], [odd], '2026-11-27T20:00').missing).toEqual(['bridge']);
});
