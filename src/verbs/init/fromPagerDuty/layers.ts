import { Temporal } from 'temporal-polyfill';
import { WEEKDAYS } from '../../../catalog/model/weekday';
import type { Layer, Schedule } from '../../../deployment';
import type { Counting } from '../../../rehearsal';
import { turnAt, turnStart } from '../../../rehearsal/turns';
import { timeText } from '../../../time/localTime';
import { isBefore, later } from '../../../time/span';
import type { HandOffText, HoursText } from '../teamData';
import { hoursOf } from './hours';

/** What a schedule would be as a rotation; people by their log-ins. */
export interface RotationDraft {
  readonly schedule: Schedule;
  readonly handOff: HandOffText;
  readonly hours?: HoursText;
  readonly turnDays: number;
  readonly versions: readonly { readonly from: Temporal.PlainDate; readonly order: readonly string[] }[];
}

const SECONDS_A_DAY = 86_400;

/**
 * A schedule as a rotation, once for each way in which PagerDuty may count turns; PagerDuty's own
 * rendering decides between them.
 * @returns a text that says why the data cannot express it
 */
export function rotationDrafts(schedule: Schedule, now: Temporal.Instant): readonly RotationDraft[] | string {
  const layers = layersInForce(schedule.layers, now);
  const [first] = layers;
  if (first === undefined) return 'nobody is on call in it';
  const problem = problemOf(layers, schedule.timeZone, now);
  if (problem !== undefined) return problem;
  const hours = hoursOf(first.restrictions);
  if (typeof hours === 'string') return hours;
  const turnDays = first.turnLength.total('seconds') / SECONDS_A_DAY;
  if (!Number.isInteger(turnDays))
    return `turns of ${first.turnLength.total('hours')} hours, not of whole days`;
  return (['wall-clock', 'elapsed'] as const).map((counting) => {
    const versions = layers.map((layer) => versionOf(layer, schedule.timeZone, now, counting));
    const begin = versions[0]?.begin ?? now.toZonedDateTimeISO(schedule.timeZone);
    return {
      schedule,
      handOff: {
        day: WEEKDAYS[begin.dayOfWeek - 1] ?? 'monday',
        at: begin.toPlainTime().toString().slice(0, 5),
      },
      ...(hours === undefined ? {} : { hours }),
      turnDays,
      versions: versions.map(({ begin: { year, month, day }, order }) => ({
        from: Temporal.PlainDate.from({ year, month, day }),
        order,
      })),
    };
  });
}

/** The layers that have not ended, without those that another hides forever; in order of their starts. */
function layersInForce(layers: readonly Layer[], now: Temporal.Instant): readonly Layer[] {
  const left = layers.filter(({ end }) => end === undefined || isBefore(now, end));
  const covering = left.findLastIndex(
    ({ start, end, restrictions }) => !isBefore(now, start) && end === undefined && restrictions.length === 0,
  );
  return [...left.slice(Math.max(covering, 0))].sort((a, b) => Temporal.Instant.compare(a.start, b.start));
}

function problemOf(layers: readonly Layer[], timeZone: string, now: Temporal.Instant): string | undefined {
  const [first] = layers;
  if (first !== undefined && isBefore(now, first.start))
    return `it does not begin until ${timeText(first.start, timeZone)}`;
  const ends = layers.flatMap(({ end }) => (end === undefined ? [] : [end]));
  if (ends.length === layers.length) {
    return `nobody is on call from ${timeText(ends.reduce(later), timeZone)} on`;
  }
  const [before, after] = [layers.slice(0, -1), layers.slice(1)];
  if (
    layers.at(-1)?.end !== undefined ||
    !before.every(({ end }, at) => end !== undefined && after[at]?.start.equals(end) === true)
  ) {
    return `${layers.length} layers at once`;
  }
  const same = (read: (layer: Layer) => unknown) =>
    new Set(layers.map((layer) => JSON.stringify(read(layer)))).size === 1;
  if (!same(({ turnLength }) => turnLength.total('seconds')) || !same(({ restrictions }) => restrictions)) {
    return 'layers one after another with other turns or hours';
  }
  return undefined;
}

/** The order, beginning with whoever has the turn that is running, or the first one if the layer has not started. */
function versionOf(layer: Layer, timeZone: string, now: Temporal.Instant, counting: Counting) {
  const { users, rotationVirtualStart, start } = layer;
  // With the layer's own start, turns are counted from where PagerDuty counts them.
  const isOwn = counting === 'wall-clock' && !isBefore(now, start) && !isBefore(now, rotationVirtualStart);
  const turn = isOwn ? 0 : turnAt(layer, timeZone, later(now, start), counting);
  const first = ((turn % users.length) + users.length) % users.length;
  return {
    begin: turnStart(layer, timeZone, turn, counting).toZonedDateTimeISO(timeZone),
    order: [...users.slice(first), ...users.slice(0, first)],
  };
}
