import { Temporal } from 'temporal-polyfill';
import { loadCatalogOrThrow } from '../../../../src/catalog';
import type { Layer, OnCall, Schedule } from '../../../../src/deployment';
import type { Comparison } from '../../../../src/verbs/drift/differences/comparison';
import { overrideNotes } from '../../../../src/verbs/drift/differences/notes';
import { pairsOf } from '../../../../src/verbs/drift/differences/pairs';
import { People } from '../../../../src/verbs/drift/differences/people';
import { scheduleDrift } from '../../../../src/verbs/drift/differences/schedules';
import { REAL_DATA } from '../../../catalog/changedData';
import { catalogOf, FILES } from '../../../stacks/xyzTech';

const at = (text: string) => Temporal.Instant.from(`${text}:00+08:00`);
const [AIDIL, THIRU] = ['aidil@xyz-tech.example', 'thiru@xyz-tech.example'] as const;

const layer = (users: string[], times: Partial<Layer> = {}): Layer => ({
  name: 'Base',
  start: at('2026-01-05T09:00'),
  rotationVirtualStart: at('2026-01-05T09:00'),
  turnLength: Temporal.Duration.from({ days: 7 }),
  users,
  restrictions: [],
  ...times,
});

/** What is said of a schedule with other layers than the data's, on 24 November 2026 at noon. */
function said(
  expected: Layer[],
  found: Layer[],
  timeZone = 'Asia/Kuala_Lumpur',
  onCall: readonly OnCall[] = [],
): string[] {
  const schedule = (key: string, layers: Layer[], zone: string): Schedule => ({
    key,
    name: 'Growth',
    timeZone: zone,
    layers,
  });
  const planned = schedule('pagerduty_schedule.growth', expected, 'Asia/Kuala_Lumpur');
  const there = schedule('P1', found, timeZone);
  const objects = [{ kind: 'schedule', key: 'P1', name: 'Growth', description: '' }] as const;
  const nothing = {
    schedules: [],
    escalationPolicies: [],
    services: [],
    handles: [],
    monitors: [],
    downtimes: [],
  };
  const none = { pairs: [], missing: [], leftOver: [] };
  const comparison: Comparison = {
    catalog: loadCatalogOrThrow(REAL_DATA, 'data'),
    expected: { ...nothing, schedules: [planned] },
    stacks: new Map(),
    found: {
      partial: { schedules: [], escalationPolicies: [], services: [], monitors: [], downtimes: [] },
      deployment: { ...nothing, schedules: [there] },
      objects,
      unreadable: [],
      handles: [],
      servicesWithoutDatadog: [],
      endless: [],
      muted: [],
      canceled: [],
    },
    people: new People(catalogOf(FILES)),
    logIns: new Map(),
    overridden: new Map(onCall.length === 0 ? [] : [['P1', { overrides: onCall, onCall }]]),
    timeZone: 'Asia/Kuala_Lumpur',
    now: at('2026-11-24T12:00'),
    horizon: at('2026-12-22T00:00'),
    schedules: pairsOf('schedule', [planned], [there], { objects }),
    policies: none,
    services: none,
  };
  return [
    ...scheduleDrift(comparison).map(({ what, text }) => `${what}: ${text}`),
    ...overrideNotes(comparison).map(({ text }) => `note: ${text}`),
  ];
}

test('what is past, when a layer began and what it is called are no drift', () => {
  const over = layer([THIRU], { end: at('2026-11-24T12:00') });
  const clamped = layer([AIDIL], { name: 'Layer 1', start: at('2026-11-20T08:00') });
  expect(said([layer([AIDIL])], [clamped, over])).toEqual([]);
});

test('another person for a while, and a stranger', () => {
  const hand = layer(['who@else.example'], { start: at('2026-12-07T09:00'), end: at('2026-12-14T09:00') });
  expect(said([layer([AIDIL])], [layer([AIDIL]), hand])).toEqual([
    'on-duty: Mon 7 Dec 2026 09:00 to Mon 14 Dec 09:00: who@else.example, the data says Aidil',
  ]);
});

test('a layer that pages nobody else yet is told', () => {
  const next = layer([THIRU], { name: 'By hand', start: at('2026-12-25T09:00') });
  expect(said([layer([AIDIL])], [layer([AIDIL]), next])).toEqual([
    'layers: layers: "Base", "By hand", the data says "Base"; the same people are on call until Tue 22 Dec 00:00',
  ]);
});

test('the end of the last layer beyond the horizon is told', () => {
  expect(said([layer([AIDIL])], [layer([AIDIL], { end: at('2027-01-01T00:00') })])).toHaveLength(1);
});

test('another zone is told even where it moves nothing', () => {
  expect(said([layer([AIDIL])], [layer([AIDIL])], 'Asia/Singapore')).toEqual([
    'time-zone: time zone: Asia/Singapore, the data says Asia/Kuala_Lumpur',
  ]);
});

describe('an override', () => {
  const cover = layer([THIRU], { name: 'Cover', start: at('2026-11-24T22:40'), end: at('2026-11-25T09:00') });
  const override = (email: string, from: string, until: string) => ({
    email,
    from: at(from),
    until: at(until),
  });

  test('by which PagerDuty pages whom the data names is a note, also before a deploy makes a layer of it', () => {
    const made = override('Thiru@XYZ-tech.example', '2026-11-24T22:40', '2026-11-25T09:00');
    expect(said([layer([AIDIL]), cover], [layer([AIDIL])], undefined, [made])).toEqual([
      'note: Tue 24 Nov 2026 22:40 to Wed 25 Nov 09:00: Thiru for Aidil, by an override, as the data says',
    ]);
    expect(said([layer([AIDIL]), cover], [layer([AIDIL]), cover], undefined, [made])).toEqual([
      'note: Tue 24 Nov 2026 22:40 to Wed 25 Nov 09:00: Thiru, by an override, as the data says',
    ]);
  });

  test('makes up for its own time alone', () => {
    const short = override(THIRU, '2026-11-25T00:00', '2026-11-25T06:00');
    expect(said([layer([AIDIL]), cover], [layer([AIDIL])], undefined, [short])).toEqual([
      'on-duty: Tue 24 Nov 2026 22:40 to Wed 25 Nov 00:00: Aidil, the data says Thiru',
      'on-duty: Wed 25 Nov 2026 06:00 to Wed 25 Nov 09:00: Aidil, the data says Thiru',
      'note: Wed 25 Nov 2026 00:00 to Wed 25 Nov 06:00: Thiru for Aidil, by an override, as the data says',
    ]);
  });

  test('of a third person makes up for nothing', () => {
    const third = override('who@else.example', '2026-11-24T22:40', '2026-11-25T09:00');
    expect(said([layer([AIDIL]), cover], [layer([AIDIL])], undefined, [third])).toEqual([
      'on-duty: Tue 24 Nov 2026 22:40 to Wed 25 Nov 09:00: Aidil, the data says Thiru',
      'note: Tue 24 Nov 2026 22:40 to Wed 25 Nov 09:00: who@else.example for Aidil, by an override',
    ]);
  });
});
