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
