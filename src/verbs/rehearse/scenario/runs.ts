import type { Temporal } from 'temporal-polyfill';
import type { DurationRule, FreshnessRule } from '../../../catalog';
import { businessDateAt } from './businessDates';
import { dataSeen, runFinished, runStarted } from './reports';
import type { Scenario } from './scenario';

/** A run that fails at a moment, and is repaired by the next run. */
export function failedRun(pipeline: string, timeZone: string, begins: Temporal.Instant): Scenario {
  const started = begins.subtract({ minutes: 10 });
  const date = businessDateAt(started, timeZone);
  return {
    firstDate: date,
    reports: [
      { at: started, report: runStarted(pipeline, 'rehearsal', date) },
      { at: begins, report: runFinished(pipeline, 'rehearsal', 'failed', date) },
    ],
    begins,
    repairs: () => [runFinished(pipeline, 'rehearsal, second try', 'succeeded', date)],
    repaired: 'run succeeded',
  };
}

/** A run that has been running for too long at a moment. */
export function slowRun(
  pipeline: string,
  { longerThan }: DurationRule,
  timeZone: string,
  begins: Temporal.Instant,
): Scenario {
  const started = begins.subtract(inHours(longerThan));
  const date = businessDateAt(started, timeZone);
  return {
    firstDate: date,
    reports: [{ at: started, report: runStarted(pipeline, 'rehearsal', date) }],
    begins,
    repairs: () => [runFinished(pipeline, 'rehearsal', 'succeeded', date)],
    repaired: 'run finished',
  };
}

/** Data that has stopped arriving, and lags by too much at a moment. */
export function staleData(
  pipeline: string,
  { maxLag }: FreshnessRule,
  timeZone: string,
  begins: Temporal.Instant,
): Scenario {
  const newest = begins.subtract(inHours(maxLag));
  return {
    firstDate: businessDateAt(newest, timeZone),
    reports: [{ at: newest, report: dataSeen(pipeline, newest) }],
    begins,
    repairs: (at) => [dataSeen(pipeline, at)],
    repaired: 'data arrived',
  };
}

/** Instants cannot add days; a day in the data is 24 hours. */
function inHours(duration: Temporal.Duration): Temporal.Duration {
  return duration.round({ largestUnit: 'hour' });
}
