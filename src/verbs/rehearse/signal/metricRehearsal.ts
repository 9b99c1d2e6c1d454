import { Temporal } from 'temporal-polyfill';
import type { Deployment, Monitor } from '../../../deployment';
import { readQuery } from '../../../rehearsal';
import { brokenAndRepaired, type RuleRehearsal } from '../ruleRehearsal';
import { crossingOf } from './crossing';
import { SeriesRecorder } from './seriesRecorder';
import { silenceOf } from './silence';

/** How long all is well, and how long to wait, where the window is short. */
const WARM_UP = Temporal.Duration.from({ minutes: 20 });
const PATIENCE = Temporal.Duration.from({ hours: 2 });

/**
 * Breaks a rule on a metric that is in Datadog already: a series of its own stays just within the
 * bound, crosses it at a moment, and comes back when it is repaired. No ledger is involved.
 * @throws DeploymentError for anything in the deployment that the rehearsal does not understand
 */
export async function rehearseMetricRule(
  deployment: Deployment,
  monitor: Monitor,
  begins: Temporal.Instant,
): Promise<RuleRehearsal> {
  const query = readQuery(monitor);
  const crossing = crossingOf(query);
  const course = {
    begins,
    repaired: METRIC_REPAIRED,
    warmUp: query.window.add(WARM_UP),
    patience: query.window.add(PATIENCE),
  };
  const signals = new SeriesRecorder(query, crossing, begins);
  const rehearsal = await brokenAndRepaired(deployment, monitor, course, signals);
  return { ...rehearsal, silence: await silenceOf(monitor, query, crossing, begins) };
}

/** How such a rule is repaired, in a few words. */
export const METRIC_REPAIRED = 'metric back within its bound';
