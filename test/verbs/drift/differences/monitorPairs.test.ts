import { Temporal } from 'temporal-polyfill';
import type { AccountReading, Monitor, PartialObject } from '../../../../src/deployment';
import { downtimePairs } from '../../../../src/verbs/drift/differences/downtimePairs';
import { monitorPairs } from '../../../../src/verbs/drift/differences/monitorPairs';

const NOW = Temporal.Instant.from('2026-11-24T03:00:00Z');

const LATE: Monitor = {
  key: 'datadog_monitor.profit__late',
  name: 'Profit: late',
  type: 'query alert',
  query: 'min(last_5m):max:pipeline.lag{pipeline:profit} > 7200',
  thresholds: { critical: 7200 },
  message: 'Late.',
  tags: ['pipeline:profit', 'alert:late'],
  options: { requireFullWindow: false, timeoutHours: 24 },
};

const part = (value: Partial<Monitor>, unread: (keyof Monitor)[]): PartialObject<Monitor> => ({
  value: { key: '7', name: LATE.name, ...value },
  key: '7',
  name: value.name ?? LATE.name,
  unread,
});

function account(
  monitors: readonly Monitor[],
  partial: readonly PartialObject<Monitor>[] = [],
): AccountReading {
  const none = { schedules: [], escalationPolicies: [], services: [], monitors: [], downtimes: [] };
  return {
    deployment: { ...none, handles: [], monitors },
    partial: { ...none, monitors: partial },
    unreadable: [],
    objects: [],
    handles: [],
    servicesWithoutDatadog: [],
    endless: [],
    muted: [],
    canceled: [],
  };
}

test('of a monitor that is understood in part, what is not is as expected, and the rest as found', () => {
  const { options: _, ...rest } = LATE;
  const changed = part({ ...rest, key: '7', thresholds: { critical: 9 } }, ['options']);
  const { pairs, missing } = monitorPairs([LATE], account([], [changed]));
  expect(missing).toEqual([]);
  expect(pairs).toEqual([{ expected: LATE, found: { ...LATE, key: '7', thresholds: { critical: 9 } } }]);
});

test('it is found by its tags where its name was changed too, and one of which nothing fits is left over', () => {
  const renamed = part({ name: 'Other', tags: LATE.tags, query: LATE.query }, ['options']);
  expect(monitorPairs([LATE], account([], [renamed])).pairs).toHaveLength(1);
  const stranger = part({ name: 'Other' }, ['tags', 'query']);
  expect(monitorPairs([LATE], account([], [stranger])).leftOver).toMatchObject([{ key: '7', name: 'Other' }]);
});

describe('a canceled downtime', () => {
  const downtime = (key: string) => ({
    key,
    scope: '*',
    monitors: { tags: ['pipeline:profit'] },
    time: { kind: 'recurring' as const, timeZone: 'Etc/UTC', recurrences: [] },
    notifyEndStates: [],
    notifyEndTypes: [],
  });
  const pairs = (found: readonly Monitor[]) => {
    const reading = { ...account(found), canceled: [downtime('D1')] };
    const { canceled, missing } = downtimePairs(
      [downtime('datadog_downtime_schedule.profit')],
      reading,
      monitorPairs([LATE], reading).pairs,
      NOW,
    );
    return [canceled.length, missing.length];
  };

  test('was canceled by hand where its monitors are still there', () => {
    expect(pairs([{ ...LATE, key: '7' }])).toEqual([1, 0]);
  });

  test('is none of ours to tell where it is over, whatever Datadog calls it', () => {
    const over = {
      ...downtime('D2'),
      time: { kind: 'once' as const, until: NOW },
    };
    const reading = account([LATE]);
    const deployment = { ...reading.deployment, downtimes: [over] };
    expect(downtimePairs([], { ...reading, deployment }, [], NOW).unexpected).toEqual([]);
    const later = NOW.subtract({ seconds: 1 });
    expect(downtimePairs([], { ...reading, deployment }, [], later).unexpected).toEqual([over]);
  });

  test('is missing where they are gone, too: Terraform took both away', () => {
    expect(pairs([])).toEqual([0, 1]);
  });
});
