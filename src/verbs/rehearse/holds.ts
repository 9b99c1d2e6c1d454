import type { Temporal } from 'temporal-polyfill';
import { type Catalog, officeOf } from '../../catalog';
import type { Deployment } from '../../deployment';
import { type HoldDisagreement, holdDisagreements } from '../../rehearsal';
import { horizonOf, officeTimes, type Span } from '../../roster';
import { shortTimeText, timeText } from '../../time/localTime';

/** Whether the alerts of an office-hours pipeline wait for office hours at every moment, and at no other. */
export interface Hold extends Span {
  readonly pipeline: string;
  /** Hours of the span, for people. */
  readonly hours: number;
  /** Where they do not; empty where they do. */
  readonly disagreements: readonly HoldDisagreement[];
}

/**
 * The downtimes of each office-hours pipeline from `asOf` to the horizon, compared with
 * office hours and holidays at every moment, in both ways of counting their hours.
 * @throws DeploymentError for a downtime that the rehearsal does not know
 */
export function holdsOf(catalog: Catalog, deployment: Deployment, asOf: Temporal.Instant): Hold[] {
  const span = { from: asOf, until: horizonOf(asOf, catalog.organization) };
  return catalog.pipelines
    .filter(({ coverage }) => coverage === 'office-hours')
    .map((pipeline) => {
      const { id } = pipeline;
      const open = officeTimes(officeOf(catalog, pipeline), span);
      const monitors = deployment.monitors.filter(({ tags }) => tags.includes(`pipeline:${id}`));
      const all = monitors.flatMap((monitor) => holdDisagreements(monitor, deployment.downtimes, open, span));
      return {
        pipeline: id,
        ...span,
        hours: span.from.until(span.until).total('hours'),
        disagreements: distinct(all),
      };
    });
}

/** For people: one line where all is well, else a line for each time that is wrong. */
export function holdText({ pipeline, from, until, hours, disagreements }: Hold, timeZone: string): string {
  if (disagreements.length === 0) {
    return `${pipeline}: in all ${Math.floor(hours)} hours until ${timeText(until, timeZone)}\n  its alerts wait for office hours, and do not wait in them.`;
  }
  const lines = disagreements.map(({ isHeld, counting, ...span }) => {
    const [begin, end] = [span.from, span.until].map((at) => shortTimeText(at, timeZone, from));
    const what = isHeld ? 'REHE009 held in office hours' : 'REHE008 not held outside office hours';
    return `  ${what}, ${begin} to ${end}${counting === undefined ? '' : `,\n    if Datadog counts a downtime's hours in ${WORDS[counting]}`}`;
  });
  return [
    `${pipeline}: from ${timeText(from, timeZone)} its alerts do not wait as they should`,
    ...lines,
  ].join('\n');
}

/** For programs. */
export function holdJson(
  { pipeline, disagreements, ...hold }: Hold,
  text: (at: Temporal.Instant) => string,
): object {
  return {
    pipeline,
    from: text(hold.from),
    until: text(hold.until),
    hours: hold.hours,
    disagreements: disagreements.map(({ from, until, isHeld, counting }) => ({
      from: text(from),
      until: text(until),
      held: isHeld,
      counting: counting ?? null,
    })),
  };
}

const WORDS = { elapsed: 'elapsed time', 'wall-clock': 'wall time' };

/** Monitors of one pipeline are mostly wrong alike. */
function distinct(all: readonly HoldDisagreement[]): HoldDisagreement[] {
  const key = ({ from, until, isHeld, counting }: HoldDisagreement) =>
    `${from} ${until} ${isHeld} ${counting}`;
  return [...new Map(all.map((each) => [key(each), each])).values()];
}
