import type { Temporal } from 'temporal-polyfill';
import type { Monitor } from '../../deployment/deployment';
import { DeploymentError } from '../../deployment/deploymentError';
import { MINUTE } from '../../time/minute';
import { isBefore, type Span } from '../../time/span';
import { readQuery } from './query';
import { hasReported, isBeyond, type Series, valueAt } from './series';

/** The state of a monitor. */
export type MonitorState = 'ok' | 'alert' | 'no data';

/** A monitor's state from one change to the next. */
export interface StateSpan extends Span {
  /** The state. */
  readonly state: MonitorState;
  /** What was compared in its first minute; undefined without data. */
  readonly value: number | undefined;
}

/**
 * The states of a monitor, or of one of its groups, minute by minute, as consecutive spans that
 * cover the given one: Datadog's rules applied to the deployed query and options, and to the points
 * that were reported. The monitor is `ok` before the span.
 *
 * Without a point in the window it is `no data` or `ok`, as `on_missing_data` says, or stays as
 * it was by `default`. After `timeout_h` without data a triggered monitor resolves, and stays so
 * until data returns. A monitor whose series has never reported stays `ok`.
 *
 * @throws DeploymentError for a query or an option that the rehearsal does not know
 * @see https://docs.datadoghq.com/monitors/configuration/
 */
export function statesOf(monitor: Monitor, series: readonly Series[], span: Span): StateSpan[] {
  const query = readQuery(monitor);
  const { requireFullWindow, onMissingData = 'default', timeoutHours } = monitor.options;
  if (requireFullWindow) {
    throw new DeploymentError(
      monitor.key,
      'require_full_window',
      'the rehearsal can only play monitors that do not require a full window',
    );
  }
  const states: StateSpan[] = [];
  let state: MonitorState = 'ok';
  let lastData = span.from;
  for (let at = span.from, next: Temporal.Instant; isBefore(at, span.until); at = next) {
    next = at.add(MINUTE);
    const value = valueAt(query, series, at);
    if (value !== undefined) {
      lastData = at;
      state = isBeyond(query, value) ? 'alert' : 'ok';
    } else if (!hasReported(query, series, at)) {
      state = 'ok';
    } else if (timeoutHours !== undefined && !isBefore(at, lastData.add({ hours: timeoutHours }))) {
      state = 'ok';
    } else if (onMissingData === 'resolve') {
      state = 'ok';
    } else if (onMissingData !== 'default') {
      state = 'no data';
    }
    append(states, { from: at, until: next, state, value });
  }
  return states;
}

function append(states: StateSpan[], next: StateSpan): void {
  const before = states.at(-1);
  if (before?.state === next.state) states[states.length - 1] = { ...before, until: next.until };
  else states.push(next);
}
