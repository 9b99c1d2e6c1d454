import { Temporal } from 'temporal-polyfill';
import type { Deployment, Monitor } from '../../../deployment';
import { NotPlayedError, readQuery } from '../../../rehearsal';
import { brokenAndRepaired, type RuleRehearsal } from '../ruleRehearsal';
import { crossingOf } from './crossing';
import { GivenAlert } from './givenAlert';
import { lookBack, SeriesRecorder } from './seriesRecorder';
import { silenceOf } from './silence';

/** How much longer than the query looks back all is well before the break. */
const WARM_UP = Temporal.Duration.from({ minutes: 20 });
const PATIENCE = Temporal.Duration.from({ hours: 2 });

/** How a rule that reads no ledger is repaired, in a few words. */
export const SIGNAL_REPAIRED = 'metric back within its bound';

/**
 * Breaks a rule on metrics that are in Datadog already: made-up series stay just within the bound,
 * cross it at a moment, and come back when it is repaired. No ledger is involved. If the monitor's
 * query is not understood, the alert is taken for granted and followed from there on.
 * @throws DeploymentError for anything else in the deployment that the rehearsal does not understand
 */
export async function rehearseSignalRule(
  deployment: Deployment,
  monitor: Monitor,
  begins: Temporal.Instant,
): Promise<RuleRehearsal> {
  const played = understood(monitor);
  if ('notPlayed' in played) {
    const course = { begins, repaired: 'repaired' };
    const rehearsal = await brokenAndRepaired(deployment, monitor, course, new GivenAlert(begins));
    return { ...rehearsal, notPlayed: played.notPlayed };
  }
  const { query, crossing } = played;
  const course = {
    begins,
    repaired: SIGNAL_REPAIRED,
    warmUp: lookBack(query).add(WARM_UP),
    patience: lookBack(query).add(PATIENCE),
  };
  const signals = new SeriesRecorder(query, crossing, begins);
  const rehearsal = await brokenAndRepaired(deployment, monitor, course, signals);
  const isSilenceKnown = (monitor.options.onMissingData ?? 'default') !== 'default';
  return isSilenceKnown
    ? { ...rehearsal, silence: await silenceOf(monitor, query, crossing, begins) }
    : rehearsal;
}

/** The query and the values that cross its bound, or why it is not played. */
function understood(monitor: Monitor) {
  try {
    const query = readQuery(monitor);
    const crossing = crossingOf(query);
    return crossing === undefined
      ? { notPlayed: 'no values were found that cross its bound' }
      : { query, crossing };
  } catch (error) {
    if (!(error instanceof NotPlayedError)) throw error;
    return { notPlayed: error.message };
  }
}
