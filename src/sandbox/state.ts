import { type DatadogState, emptyDatadogState } from './datadog/state';
import { emptyPagerDutyState, type PagerDutyState } from './pagerduty/state';

/** Everything that exists in the sandbox; plain JSON. */
export interface SandboxState {
  pagerduty: PagerDutyState;
  datadog: DatadogState;
}

/** Two empty accounts. */
export function emptyState(): SandboxState {
  return { pagerduty: emptyPagerDutyState(), datadog: emptyDatadogState() };
}
