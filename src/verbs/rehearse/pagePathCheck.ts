import { Temporal } from 'temporal-polyfill';
import { type Catalog, type Pipeline, pagerDutyHandle, type Urgency, urgenciesOf } from '../../catalog';
import type { Deployment, EscalationRule, EscalationTarget, Schedule } from '../../deployment';
import { type Disagreement, disagreements, type ExpectedShift } from '../../rehearsal';
import type { Span } from '../../roster';
import { ExpectedLevels } from './expectedLevels';

/** Whether every level of a pipeline's page path always reaches the people in the data. */
export interface PagePathCheck extends Span {
  readonly pipeline: string;
  /** The length of the span in hours. */
  readonly hours: number;
  /** When it does not, in order of time; empty if it always does. */
  readonly disagreements: readonly Disagreement[];
}

/**
 * Follows the page path of each on-call pipeline as deployed (handle, service, policy,
 * schedules), and compares every level with the data at every moment from `asOf` to the
 * horizon, not in samples, and in both ways in which PagerDuty may handle a clock change.
 * @throws Error if a pipeline's page path leads to no policy
 */
export function checkPagePaths(
  catalog: Catalog,
  deployment: Deployment,
  asOf: Temporal.Instant,
): PagePathCheck[] {
  const levels = new ExpectedLevels(catalog, asOf);
  return catalog.pipelines
    .filter(({ coverage }) => coverage === 'on-call')
    .map((pipeline) => {
      const { span } = levels;
      const expected = levels.of(pipeline);
      const found = urgenciesOf(pipeline).flatMap((urgency) => {
        const rules = rulesOf(deployment, pipeline, urgency);
        return Array.from({ length: Math.max(expected.length, rules.length) }, (_, level) =>
          levelDisagreements(expected[level] ?? [], rules[level], span, deployment),
        ).flat();
      });
      return {
        pipeline: pipeline.id,
        ...span,
        hours: span.from.until(span.until).total('hours'),
        disagreements: distinct(found).sort((a, b) => Temporal.Instant.compare(a.from, b.from)),
      };
    });
}

/** Compares the targets of a level in order; for a surplus target nobody is expected. */
function levelDisagreements(
  expected: readonly (readonly ExpectedShift[])[],
  rule: EscalationRule | undefined,
  span: Span,
  { schedules }: Deployment,
): Disagreement[] {
  const targets = rule?.targets ?? [];
  return Array.from({ length: Math.max(expected.length, targets.length) }, (_, index) => {
    const [shifts, target] = [expected[index], targets[index]];
    if (shifts === undefined) return [{ ...span, expected: undefined, rendered: target && nameOf(target) }];
    const schedule =
      target?.kind === 'schedule'
        ? schedules.find(({ key }) => key === target.schedule)
        : constant(target?.email);
    if (schedule === undefined) throw new Error('a policy pages a schedule that is not deployed');
    return (['elapsed', 'wall-clock'] as const).flatMap((counting) =>
      disagreements(shifts, schedule, counting, span),
    );
  }).flat();
}

function nameOf(target: EscalationTarget): string {
  return target.kind === 'user' ? target.email : target.schedule;
}

/** A schedule that always has the same user on call, or nobody. */
function constant(email: string | undefined): Schedule {
  const start = Temporal.Instant.from('2000-01-01T00:00:00Z');
  const layer = {
    start,
    rotationVirtualStart: start,
    turnLength: Temporal.Duration.from({ seconds: 86_400 }),
    users: email === undefined ? [] : [email],
    restrictions: [],
  };
  return { key: '', name: '', timeZone: 'Etc/UTC', layers: email === undefined ? [] : [layer] };
}

/**
 * The deployed levels of a pipeline's page path.
 * @throws Error if there are none, because nothing would be compared
 */
function rulesOf(
  { handles, services, escalationPolicies }: Deployment,
  pipeline: Pipeline,
  urgency: Urgency,
): readonly EscalationRule[] {
  const wanted = pagerDutyHandle(pipeline, urgency);
  const handle = handles.find(({ name }) => name === wanted);
  const service = services.find(({ key }) => key === handle?.service);
  const policy = escalationPolicies.find(({ key }) => key === service?.escalationPolicy);
  if (policy === undefined || policy.rules.length === 0) {
    throw new Error(`the page path of '@pagerduty-${wanted}' leads to nobody`);
  }
  return policy.rules;
}

/** Both ways of handling a clock change mostly give the same disagreements. */
function distinct(all: readonly Disagreement[]): Disagreement[] {
  const keys = all.map(({ from, until, expected, rendered }) => `${from} ${until} ${expected} ${rendered}`);
  return all.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}
