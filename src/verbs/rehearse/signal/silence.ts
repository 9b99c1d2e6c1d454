import type { Temporal } from 'temporal-polyfill';
import type { NoData } from '../../../catalog';
import type { Monitor } from '../../../deployment';
import { type MonitorQuery, notificationsOf, type Series } from '../../../rehearsal';
import { MINUTE } from '../../../time/minute';
import type { Crossing } from './crossing';
import { SeriesRecorder } from './seriesRecorder';

/** What a monitor does when its metric is no longer reported. */
export interface Silence {
  /** In the data's words. */
  readonly does: NoData;
  /** How long after the last point it notifies or resolves. @default - it does neither */
  readonly after?: Temporal.Duration;
}

/** How long the monitor is watched beyond its window. */
const PATIENCE = { minutes: 10 };

/**
 * Lets a metric fall silent twice, once while all is well and once during an alert, and sees
 * whether the monitor notifies, resolves or does neither. Downtimes play no part in it.
 * @throws DeploymentError for anything of the monitor that the rehearsal does not understand
 */
export async function silenceOf(
  monitor: Monitor,
  query: MonitorQuery,
  { well, broken }: Crossing,
  at: Temporal.Instant,
): Promise<Silence> {
  const noData = await firstAfter(well, 'no data');
  if (noData !== undefined) return { does: 'alert', after: noData };
  const recovery = await firstAfter(broken, 'recovery');
  return recovery === undefined ? { does: 'ignore' } : { does: 'resolve', after: recovery };

  async function firstAfter(values: readonly number[], occasion: 'no data' | 'recovery') {
    const told = notificationsOf(monitor, [], await silentSeries(values), {
      from: at.subtract(MINUTE),
      until: at.add(query.window).add(PATIENCE),
    });
    const found = told.find((each) => each.occasion === occasion);
    return found && at.until(found.at);
  }

  /** One series per value, which has it until the moment, and no point after that. */
  async function silentSeries(values: readonly number[]): Promise<readonly Series[]> {
    const recorder = new SeriesRecorder(query, { well: values, broken: values }, at);
    await recorder.read(at, at);
    return recorder.series;
  }
}

/**
 * What silence does, for people.
 * @example
 * silenceText({ does: 'alert', after }) // 'silence notifies after 5 min'
 */
export function silenceText({ does, after }: Silence): string {
  const minutes = after === undefined ? '' : ` after ${Math.ceil(after.total('minutes'))} min`;
  return `silence ${WORDS[does]}${minutes}`;
}

const WORDS = { alert: 'notifies', ignore: 'does nothing', resolve: 'counts as recovered' };
