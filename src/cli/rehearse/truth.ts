import type { Temporal } from 'temporal-polyfill';
import type { Catalog, Escalation, Pipeline } from '../../catalog';
import { type Deployment, type Disagreement, disagreements, type Schedule } from '../../rehearsal';
import { isBefore, later, plannedRosters, type Shift, type Span } from '../../roster';

/** Whether a pipeline's page path names, at every moment, the person whom the roster names. */
export interface Truth extends Span {
  readonly pipeline: string;
  /** Hours of the span, for people. */
  readonly hours: number;
  /** Where it does not; empty where it does. */
  readonly disagreements: readonly Disagreement[];
}

/**
 * The truth about each on-call pipeline from `asOf` to the horizon: handle, service,
 * policy and schedule are followed as deployed, and the schedule is compared with the
 * roster at every moment, not in samples, in both ways of passing a clock change.
 * @throws Error where a pipeline's page path does not lead to a schedule
 */
export function truthOf(catalog: Catalog, deployment: Deployment, asOf: Temporal.Instant): Truth[] {
  const rosters = new Map(plannedRosters(catalog, asOf).map((roster) => [roster.rotation, roster.shifts]));
  return catalog.pipelines
    .filter(({ coverage, escalation }) => coverage === 'on-call' && pagesOnDuty(escalation))
    .map((pipeline) => {
      const shifts = from(rosters.get(pipeline.rotation ?? '') ?? [], asOf);
      const [first, last] = [shifts[0], shifts.at(-1)];
      if (first === undefined || last === undefined) throw new Error(`no roster for '${pipeline.id}'`);
      const expected = shifts.map(({ onDuty, ...shift }) => ({ ...shift, email: onDuty.email }));
      const span = { from: first.from, until: last.until };
      return {
        pipeline: pipeline.id,
        ...span,
        hours: span.from.until(span.until).total('hours'),
        disagreements: distinct(
          schedulesOf(deployment, pipeline).flatMap((schedule) =>
            (['elapsed', 'wall-clock'] as const).flatMap((counting) =>
              disagreements(expected, schedule, counting),
            ),
          ),
        ),
      };
    });
}

/** Shifts that are not over at a moment, the running one from then on. */
function from(shifts: readonly Shift[], asOf: Temporal.Instant): Shift[] {
  return shifts
    .filter(({ until }) => isBefore(asOf, until))
    .map((shift) => ({ ...shift, from: later(shift.from, asOf) }));
}

function pagesOnDuty({ steps }: Escalation): boolean {
  return steps.some(({ notify }) => notify === 'on-duty');
}

/**
 * The schedules that a pipeline's alert can reach.
 * @throws Error where there are none: nothing would be compared
 */
function schedulesOf(
  { handles, services, escalationPolicies, schedules }: Deployment,
  { id }: Pipeline,
): Schedule[] {
  const handle = handles.find(({ name }) => name === id);
  const service = services.find(({ key }) => key === handle?.service);
  const policy = escalationPolicies.find(({ key }) => key === service?.escalationPolicy);
  const found = (policy?.rules ?? [])
    .flatMap(({ targets }) => targets)
    .flatMap((target): Schedule[] =>
      target.kind === 'schedule' ? schedules.filter(({ key }) => key === target.schedule) : [],
    );
  if (found.length === 0) throw new Error(`the page path of '${id}' leads to no schedule`);
  return found;
}

/** Both ways of passing a clock change mostly disagree in the same stretches. */
function distinct(all: readonly Disagreement[]): Disagreement[] {
  const keys = all.map(({ from, until, expected, rendered }) => `${from} ${until} ${expected} ${rendered}`);
  return all.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}
