import type { Temporal } from 'temporal-polyfill';
import { type AlertRule, type Catalog, officeOf, type Pipeline, waitsForOffice } from '../../catalog';
import type { Deployment, Monitor } from '../../deployment';
import { type HoldDisagreement, holdDisagreements } from '../../rehearsal';
import { horizonOf, officeTimes, type Span } from '../../roster';
import { shortTimeText } from '../../time/localTime';
import { without } from '../../time/pieces';

/** Whether the alerts of a pipeline that should wait do so outside office hours, and only then. */
export interface Hold extends Span {
  readonly pipeline: string;
  /** The length of the span in hours. */
  readonly hours: number;
  /** When they do not; empty if they always do. */
  readonly disagreements: readonly HoldDisagreement[];
}

/**
 * For each pipeline with alerts that wait, compares its downtimes with office hours, holidays and its
 * maintenance, at every moment from `asOf` to the horizon and in both ways in which Datadog may count
 * hours. Alerts that do not wait are never held.
 * @throws DeploymentError for a downtime that the rehearsal does not understand
 */
export function holdsOf(catalog: Catalog, deployment: Deployment, asOf: Temporal.Instant): Hold[] {
  const span = { from: asOf, until: horizonOf(asOf, catalog.organization) };
  return catalog.pipelines
    .filter((pipeline) => rulesOf(pipeline).some((rule) => waitsForOffice(pipeline, rule)))
    .map((pipeline) => {
      const { id } = pipeline;
      const open = officeTimes(officeOf(catalog, pipeline), span);
      const all = rulesOf(pipeline).flatMap((rule) => {
        const told = (waitsForOffice(pipeline, rule) ? open : [span]).flatMap((each) =>
          without(each, pipeline.maintenance ?? []),
        );
        return monitorsOf(deployment, id, rule.id).flatMap((monitor) =>
          holdDisagreements(monitor, deployment.downtimes, told, span),
        );
      });
      return {
        pipeline: id,
        ...span,
        hours: span.from.until(span.until).total('hours'),
        disagreements: distinct(all),
      };
    });
}

function rulesOf({ runbook }: Pipeline): readonly AlertRule[] {
  return runbook?.alerts ?? [];
}

function monitorsOf({ monitors }: Deployment, pipeline: string, alert: string): Monitor[] {
  return monitors.filter(
    ({ tags }) => tags.includes(`pipeline:${pipeline}`) && tags.includes(`alert:${alert}`),
  );
}

/** The code of a time at which an alert is held and should not be, or the other way round. */
export function holdCode({ isHeld }: { readonly isHeld: boolean }): string {
  return isHeld ? 'REHE009' : 'REHE008';
}

/** A hold for people, with a line for each time that is wrong. */
export function wrongHoldText({ pipeline, from, disagreements }: Hold, timeZone: string): string {
  const lines = disagreements.map(({ isHeld, counting, ...span }) => {
    const [begin, end] = [span.from, span.until].map((at) => shortTimeText(at, timeZone, from));
    const what = `${holdCode({ isHeld })} ${isHeld ? 'held in' : 'not held outside'} office hours`;
    return `  ${what}, ${begin} to ${end}${counting === undefined ? '' : `,\n    if Datadog counts a downtime's hours in ${WORDS[counting]}`}\n`;
  });
  return `${pipeline}: alerts do not wait as they should\n${lines.join('')}`;
}

/** A hold for programs. */
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

/** Most monitors of a pipeline are wrong in the same way. */
function distinct(all: readonly HoldDisagreement[]): HoldDisagreement[] {
  const key = ({ from, until, isHeld, counting }: HoldDisagreement) =>
    `${from} ${until} ${isHeld} ${counting}`;
  return [...new Map(all.map((each) => [key(each), each])).values()];
}
