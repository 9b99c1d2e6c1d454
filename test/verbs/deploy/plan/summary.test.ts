import { Temporal } from 'temporal-polyfill';
import { loadCatalogOrThrow, readDataDirectory } from '../../../../src/catalog';
import { planText } from '../../../../src/verbs/deploy/plan/planText';
import type { KnownObject, PlannedChange, StackPlan } from '../../../../src/verbs/deploy/plan/stackPlan';
import { digestOf, summarized } from '../../../../src/verbs/deploy/plan/summary';
import { People } from '../../../../src/verbs/drift/differences';
import { XYZ_TECH } from '../../../xyzTech';

const VIEW = {
  people: new People(loadCatalogOrThrow(readDataDirectory(XYZ_TECH), 'data')),
  timeZone: 'Asia/Kuala_Lumpur',
  now: Temporal.Instant.from('2026-11-26T00:00:00Z'),
  horizon: Temporal.Instant.from('2026-12-24T00:00:00Z'),
};
/** PagerDuty knows Spencer by a longer name. */
const KNOWN = new Map<string, KnownObject>(
  [
    ['P1', 'Aidil', 'aidil'],
    ['P2', 'Spencer Tan', 'spencer'],
    ['P3', 'Thiru', 'thiru'],
  ].map(([id = '', name, person]) => [
    id,
    {
      address: `data.pagerduty_user.${person}`,
      type: 'pagerduty_user',
      values: { id, name, email: `${person}@xyz-tech.example` },
    },
  ]),
);

const changed = (
  type: string,
  before: object,
  after: object,
  more: Partial<PlannedChange> = {},
): PlannedChange => ({
  address: `${type}.growth`,
  type,
  name: 'growth',
  action: 'update',
  before: before as PlannedChange['before'],
  after: after as PlannedChange['after'],
  unknown: {},
  secret: [false, false],
  ...more,
});
const summaryOf = (change: PlannedChange, wanted: object) => {
  const plan: StackPlan = {
    stack: 'on-call',
    changes: [change],
    imports: [],
    known: KNOWN,
    secrets: [],
    recorded: [],
  };
  const [only] = summarized(plan, { resource: { [change.type]: { [change.name]: wanted } } }, VIEW).changes;
  return only;
};

const layer = (users: readonly string[], more: object = {}) => ({
  name: 'Rotation',
  start: '2026-11-23T09:00:00+08:00',
  end: '',
  rotation_virtual_start: '2026-11-23T09:00:00+08:00',
  rotation_turn_length_seconds: 604_800,
  users,
  restriction: [],
  rendered_coverage_percentage: '0.00',
  ...more,
});
const schedule = (...layers: readonly object[]) => ({
  id: 'PS',
  name: 'Investor growth',
  time_zone: 'Asia/Kuala_Lumpur',
  layer: layers,
});
const WANTED = {
  name: 'Investor growth',
  time_zone: 'x',
  layer: [{ users: ['${x}'], name: 'x', start: 'x' }],
};

test('a rotation is told in people and dates, by the names of the data', () => {
  const before = schedule(layer(['P1', 'P2']));
  const after = schedule(layer(['P1', 'P3']));
  // Turns of a week from Mon 23 Nov 09:00: Aidil until the 30th, then the second one until 7 Dec, and so on.
  expect(summaryOf(changed('pagerduty_schedule', before, after), WANTED)).toMatchObject({
    object: 'schedule Investor growth',
    text: [
      'Mon 30 Nov 2026 09:00 to Mon 7 Dec 09:00: Thiru instead of Spencer',
      'Mon 14 Dec 2026 09:00 to Mon 21 Dec 09:00: Thiru instead of Spencer',
    ],
  });
});

test('layers that change nobody, a new name, a new rotation', () => {
  const before = schedule(layer(['P1']));
  const after = { ...schedule(layer(['P1'], { end: '2027-06-07T09:00:00+08:00' })), name: 'Growth' };
  expect(summaryOf(changed('pagerduty_schedule', before, after), WANTED)?.text).toEqual([
    'name: Investor growth -> Growth',
    'other layers; nobody else is on call until Thu 24 Dec 08:00',
  ]);
  const made = changed('pagerduty_schedule', {}, schedule(layer(['P2', 'P1'])), { action: 'create' });
  expect(summaryOf(made, WANTED)?.text).toEqual([
    'Thu 26 Nov 2026 08:00 to Mon 30 Nov 09:00: Spencer',
    'Mon 30 Nov 2026 09:00 to Mon 7 Dec 09:00: Aidil',
  ]);
});

test('a schedule that cannot be read is compared by its attributes', () => {
  const after = schedule(layer(['P1'], { start: 'tomorrow' }));
  expect(summaryOf(changed('pagerduty_schedule', schedule(layer(['P1'])), after), WANTED)?.text).toEqual([
    'layer start: Mon 23 Nov 2026 09:00 -> tomorrow',
  ]);
});

test('escalation: who is paged, by name, and how long each level waits', () => {
  const policy = (minutes: number, ...ids: readonly string[]) => ({
    id: 'PP',
    name: 'Growth',
    num_loops: 2,
    rule: [
      {
        id: 'PR',
        escalation_delay_in_minutes: minutes,
        target: ids.map((id) => ({ id, type: 'user_reference' })),
      },
    ],
  });
  const change = changed('pagerduty_escalation_policy', policy(15, 'P1'), policy(20, 'P2', 'P3'));
  expect(summaryOf(change, policy(1, '${x}'))).toMatchObject({
    object: 'escalation policy Growth',
    text: ['level 1 waits, in minutes: 15 -> 20', 'level 1 pages: Aidil -> Spencer', 'level 1 pages: Thiru'],
  });
});

test('a monitor: its threshold, tags as a set, and that its message changes', () => {
  const monitor = (critical: string, message: string, tags: readonly string[]) => ({
    id: '1',
    name: 'Late',
    message,
    tags,
    monitor_thresholds: [{ critical, warning: '' }],
    new_host_delay: 300,
  });
  const long = `${'x'.repeat(61)}`;
  const change = changed(
    'datadog_monitor',
    monitor('1', long, ['a', 'b']),
    monitor('2', `${long}y`, ['b', 'c']),
  );
  const wanted = { name: 'x', message: 'x', tags: ['x'], monitor_thresholds: { critical: '2' } };
  expect(summaryOf(change, wanted)?.text).toEqual([
    'message changes',
    'threshold: 1 -> 2',
    'tags added: "c"',
    'tags removed: "a"',
  ]);
});

test('no secret, no id, and nothing that a terminal would obey is shown', () => {
  const change = changed(
    'datadog_x',
    { service_key: 'canary-old', of: 'P1', label: 'a' },
    { service_key: 'canary-new', of: 'P2', label: 'b\u001b[31m' },
    { secret: [{ service_key: true }, { service_key: true }] },
  );
  expect(summaryOf(change, { service_key: '${x}', of: '${y}', label: 'l' })?.text).toEqual([
    'of: Aidil -> Spencer',
    'label: a -> b\\u001b[31m',
  ]);
});

describe('the digest', () => {
  const wanted = { name: 'Growth', policy: '${pagerduty_escalation_policy.growth.id}' };
  const service = changed(
    'pagerduty_service',
    { id: 'P1', name: 'Old', policy: 'PX', last_seen: 'yesterday' },
    { id: 'P1', name: 'Growth', policy: 'PX' },
  );

  test('is the same whatever providers add, and in whichever order keys are', () => {
    const other = { ...service, before: { last_seen: 'today', policy: 'PX', name: 'Old' }, after: {} };
    const turned = { policy: wanted.policy, name: wanted.name };
    expect(digestOf(other, turned)).toBe(digestOf(service, wanted));
  });

  test('is another where something else is wanted, and where something else is there', () => {
    expect(digestOf(service, { ...wanted, name: 'Other' })).not.toBe(digestOf(service, wanted));
    const byHand = { ...service, before: { ...service.before, name: 'By hand' } };
    expect(digestOf(byHand, wanted)).not.toBe(digestOf(service, wanted));
  });

  test('is the same before and after half of a deploy: references, not ids', () => {
    const create = { ...service, action: 'create' as const, before: {} };
    const first = { ...create, unknown: { policy: true }, after: { name: 'Growth' } };
    const second = { ...create, after: { name: 'Growth', policy: 'PX' } };
    expect(digestOf(first, wanted)).toBe(digestOf(second, wanted));
  });

  test('does not depend on a secret', () => {
    const keyed = (key: string) => ({
      ...service,
      before: { ...service.before, policy: key },
      secret: [{ policy: true }, false],
    });
    expect(digestOf(keyed('canary-1'), wanted)).toBe(digestOf(keyed('canary-2'), wanted));
  });

  test('of what is removed is its id', () => {
    const gone = (id: string, name: string) => ({
      ...service,
      action: 'destroy' as const,
      before: { id, name },
    });
    expect(digestOf(gone('P1', 'a'), undefined)).toBe(digestOf(gone('P1', 'b'), undefined));
    expect(digestOf(gone('P1', 'a'), undefined)).not.toBe(digestOf(gone('P2', 'a'), undefined));
  });
});

test('objects that change in the same way are one entry; what goes is always named', () => {
  const same = (count: number, action: PlannedChange['action'], text: string[]) =>
    Array.from({ length: count }, (_, at) => ({
      address: `datadog_monitor.${action}${at}`,
      type: 'datadog_monitor',
      action,
      object: `monitor ${action} ${at}`,
      text,
      digest: '',
    }));
  const changes = [
    ...same(4, 'update', ['message changes']),
    ...same(5, 'destroy', []),
    ...same(2, 'create', []),
  ];
  expect(planText({ stack: 'monitors', changes, imports: [] }, false)).toBe(
    `monitors: creates 2 monitors; changes 4 monitors; removes 5 monitors
  ~ 4 monitors
      message changes
  - monitor destroy 0
  - monitor destroy 1
  - monitor destroy 2
  - monitor destroy 3
  - monitor destroy 4
`,
  );
  expect(planText({ stack: 'monitors', changes: [], imports: [] }, true)).toBe(
    'monitors: nothing to change\n',
  );
});
