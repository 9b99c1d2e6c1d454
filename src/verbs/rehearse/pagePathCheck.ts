import { Temporal } from 'temporal-polyfill';
import type { Catalog, Pipeline } from '../../catalog';
import type { Deployment, EscalationRule, EscalationTarget, Schedule } from '../../deployment';
import { type Disagreement, disagreements, type ExpectedShift } from '../../rehearsal';
import type { Span } from '../../roster';
import { ExpectedLevels } from './expectedLevels';

/** Whether every level of a pipeline's page path names, at every moment, whom the data names. */
export interface PagePathCheck extends Span {
  readonly pipeline: string;
  /** Hours of the span, for people. */
  readonly hours: number;
  /** Where it does not, in order of time; empty where it does. */
  readonly disagreements: readonly Disagreement[];
}

/**
 * The truth about each on-call pipeline from `asOf` to the horizon: handle, service,
 * policy and schedules are followed as deployed, and every level is compared with the
 * data at every moment, not in samples, in both ways of passing a clock change.
 * @throws Error where a pipeline's page path leads to no policy
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
      const rules = rulesOf(deployment, pipeline);
      const found = Array.from({ length: Math.max(expected.length, rules.length) }, (_, level) =>
        levelDisagreements(expected[level] ?? [], rules[level], span, deployment),
      ).flat();
      return {
        pipeline: pipeline.id,
        ...span,
        hours: span.from.until(span.until).total('hours'),
        disagreements: distinct(found).sort((a, b) => Temporal.Instant.compare(a.from, b.from)),
      };
    });
}

/** Targets of a level in order; one that only one of the two has reaches, or expects, nobody. */
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

/** A schedule that always names the same user, or nobody. */
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
 * The levels through which a pipeline's alert goes.
 * @throws Error where there are none: nothing would be compared
 */
function rulesOf(
  { handles, services, escalationPolicies }: Deployment,
  { id }: Pipeline,
): readonly EscalationRule[] {
  const handle = handles.find(({ name }) => name === id);
  const service = services.find(({ key }) => key === handle?.service);
  const policy = escalationPolicies.find(({ key }) => key === service?.escalationPolicy);
  if (policy === undefined || policy.rules.length === 0) {
    throw new Error(`the page path of '${id}' leads to nobody`);
  }
  return policy.rules;
}

/** Both ways of passing a clock change mostly disagree in the same stretches. */
function distinct(all: readonly Disagreement[]): Disagreement[] {
  const keys = all.map(({ from, until, expected, rendered }) => `${from} ${until} ${expected} ${rendered}`);
  return all.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}
