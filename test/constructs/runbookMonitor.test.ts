import { RunbookMonitor, type RunbookMonitorProps } from '../../src/constructs';
import { only, synthesized } from './synthesized';

const props: RunbookMonitorProps = {
  name: 'Data lag',
  query: 'min(last_15m):max:pipeline.data.lag_seconds{pipeline:x} > 57600',
  critical: '57600',
  message: 'run ${RESTORE} %{now} @pagerduty-x',
  tags: ['pipeline:x'],
};
const monitor = (more: Partial<RunbookMonitorProps> = {}) =>
  only(
    synthesized((stack) => new RunbookMonitor(stack, 'lag', { ...props, ...more })),
    'datadog_monitor',
  );

test('a metric monitor that needs no full window, tells silence, and lets no incident stay open forever', () => {
  expect(monitor()).toMatchObject({
    type: 'query alert',
    query: props.query,
    monitor_thresholds: { critical: '57600' },
    message: 'run $${RESTORE} %%{now} @pagerduty-x',
    require_full_window: false,
    on_missing_data: 'show_and_notify_no_data',
    timeout_h: 24,
    tags: ['pipeline:x'],
  });
  expect(monitor()).not.toHaveProperty('priority');
  expect(monitor({ priority: 2 })).toMatchObject({ priority: '2' });
});

test("a threshold that is not the query's is refused here, because only the API would notice", () => {
  expect(() => monitor({ critical: '5760' })).toThrow(
    "'critical' (5760) must be the number at the end of 'query'",
  );
});

test.each<[Partial<RunbookMonitorProps>, string]>([
  [{ priority: 6 as 5 }, "'priority' (6) must be between 1 and 5"],
  [{ timeoutHours: 25 }, "'timeoutHours' (25) must be between 0 and 24"],
  [{ timeoutHours: 0.5 }, "'timeoutHours' (0.5) must be a whole number"],
])('%j is refused', (more, message) => {
  expect(() => monitor(more)).toThrow(message);
});

test('another type, another word for silence, or none, and no end of an incident, where they are given', () => {
  const logs = {
    type: 'log alert',
    onMissingData: 'default',
    timeoutHours: 0,
    name: '${x}',
    tags: ['a:${b}'],
  } as const;
  expect(monitor(logs)).toMatchObject({
    name: '$${x}',
    type: 'log alert',
    on_missing_data: 'default',
    timeout_h: 0,
    tags: ['a:$${b}'],
  });
  expect(monitor({ onMissingData: 'unset' })).not.toHaveProperty('on_missing_data');
  expect(monitor({ query: 'a{${b}} > 57600' })).toMatchObject({ query: 'a{$${b}} > 57600' });
});

test.each(['157600', '.57600', '5760', '57601'])(
  'the number of a query that ends in %s is not 57600',
  (end) => {
    expect(() => monitor({ query: `avg(last_5m):avg:a{*} > ${end}` })).toThrow(
      `'critical' (57600) must be the number at the end of 'query' (avg(last_5m):avg:a{*} > ${end})`,
    );
  },
);

test('a negative number is one', () => {
  expect(monitor({ query: 'avg(last_5m):avg:a{*} < -5', critical: '-5' })).toMatchObject({
    monitor_thresholds: { critical: '-5' },
  });
});
