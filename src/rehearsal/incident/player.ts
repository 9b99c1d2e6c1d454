import { Temporal } from 'temporal-polyfill';
import type { Deployment, EscalationPolicy, EscalationRule, Service } from '../../deployment/deployment';
import { DeploymentError } from '../../deployment/deploymentError';
import { emailKey } from '../../text/email';
import { earlier, isBefore } from '../../time/span';
import { onDutyAt } from '../scheduleReader';

/** Somebody's phone rings. */
export interface Page {
  /** When. */
  readonly at: Temporal.Instant;
  /** Counts from 1 through the policy's rules. */
  readonly step: number;
  /** 0 in the first round. */
  readonly round: number;
  /** Log-in e-mail. */
  readonly email: string;
  /** Key of the schedule that names the person. @default - the policy names them itself */
  readonly schedule?: string;
  /** The person who acknowledged is paged again, on whatever level. @default - a page of the level itself */
  readonly again?: true;
}

/** Somebody acknowledges. */
export interface Answer {
  readonly at: Temporal.Instant;
  /** Log-in e-mail. */
  readonly email: string;
}

/** An incident from its trigger to its end. */
export interface Incident {
  /** Key of the service. */
  readonly service: string;
  /** Its urgency is low: people's low-urgency rules notify them, and nothing escalates. @default - it is high */
  readonly isLow?: true;
  /** In the order in which they were sent. */
  readonly pages: readonly Page[];
  /** Levels that were skipped at once because nobody is on call. @default - none */
  readonly passedOver?: readonly Pick<Page, 'at' | 'step' | 'round'>[];
  /** Who acknowledged first, and when. @default - nobody did */
  readonly acknowledged?: Answer;
  /** When it was resolved. @default - it is still open at the end */
  readonly resolvedAt?: Temporal.Instant;
}

/** What happens to an incident from outside. */
export interface IncidentStory {
  /** When the monitor fires. */
  readonly triggeredAt: Temporal.Instant;
  /** When the story ends; an incident that is open then stays open. */
  readonly until: Temporal.Instant;
  /**
   * When the monitor recovers.
   * @default - never
   */
  readonly resolvedAt?: Temporal.Instant;
  /**
   * When the person who is paged acknowledges; undefined for never.
   * @default - nobody ever does
   */
  readonly acknowledges?: (page: Page) => Temporal.Instant | undefined;
}

/**
 * Plays an incident by PagerDuty's rules alone: each rule of the policy pages all of its
 * targets at once; without an acknowledgement the next rule follows after its delay; after
 * the last one everything is repeated `num_loops` times. A schedule is read at the moment of
 * the page, so a hand-off does not move pages that were sent, and the next round finds the
 * next person. A rule that reaches nobody is skipped at once. An acknowledgement that times
 * out pages the same rule again, even after the last round, and the person who acknowledged.
 * An incident of low urgency stays at the first rule that reaches somebody.
 *
 * @throws DeploymentError if the service's policy is not deployed
 * @see https://support.pagerduty.com/docs/escalation-policies
 * @see https://support.pagerduty.com/docs/configurable-service-settings
 */
export function playIncident(deployment: Deployment, service: Service, story: IncidentStory): Incident {
  const policy = policyOf(deployment, service);
  const resolvedAt = earliest(story.resolvedAt, autoResolveAt(service, story.triggeredAt));
  const end = earliest(resolvedAt, story.until) ?? story.until;
  const pages: Page[] = [];
  const answers: Answer[] = [];
  const passedOver: Pick<Page, 'at' | 'step' | 'round'>[] = [];
  let acknowledged: Incident['acknowledged'];
  let at = story.triggeredAt;
  let level = 0;
  let timedOut: string | undefined;
  const levels = policy.rules.length * (policy.repeat + 1);
  while (isBefore(at, end)) {
    const step = level % policy.rules.length;
    const rule = policy.rules[step];
    if (rule === undefined) break;
    const round = Math.floor(level / policy.rules.length);
    const sent = pagesOf(deployment, rule, { at, step: step + 1, round }, timedOut);
    pages.push(...sent);
    answers.push(...answersTo(sent, story));
    if (sent.length === 0) passedOver.push({ at, step: step + 1, round });
    const isLast = level === levels - 1 || (service.urgency === 'low' && sent.length > 0);
    const next = sent.length === 0 ? at : at.add({ minutes: rule.delayMinutes });
    // After the last round nobody else is paged, but those who were may still answer.
    const answer = firstAnswer(answers, at, isLast || isBefore(end, next) ? end : next);
    timedOut = answer?.email;
    if (answer === undefined) {
      if (isLast) break;
      at = next;
      level += 1;
      continue;
    }
    acknowledged ??= answer;
    if (service.acknowledgementTimeout === undefined) break;
    at = answer.at.add(service.acknowledgementTimeout);
  }
  return {
    service: service.key,
    ...(service.urgency === 'low' ? { isLow: true as const } : {}),
    pages,
    ...(passedOver.length === 0 ? {} : { passedOver }),
    ...(acknowledged === undefined ? {} : { acknowledged }),
    ...(resolvedAt === undefined || isBefore(story.until, resolvedAt) ? {} : { resolvedAt }),
  };
}

function policyOf({ escalationPolicies }: Deployment, service: Service): EscalationPolicy {
  const policy = escalationPolicies.find(({ key }) => key === service.escalationPolicy);
  if (policy !== undefined) return policy;
  throw new DeploymentError(service.key, 'escalation_policy', 'is not deployed', service.escalationPolicy);
}

/**
 * Nobody is paged twice by one rule.
 * @param acknowledger whose acknowledgement timed out
 */
function pagesOf(
  { schedules }: Deployment,
  rule: EscalationRule,
  page: Pick<Page, 'at' | 'step' | 'round'>,
  acknowledger: string | undefined,
): Page[] {
  const found = new Map<string, Page>();
  for (const target of rule.targets) {
    if (target.kind === 'user') {
      found.set(emailKey(target.email), { ...page, email: target.email });
      continue;
    }
    const schedule = schedules.find(({ key }) => key === target.schedule);
    if (schedule === undefined) {
      throw new DeploymentError(target.schedule, '', 'a policy pages this schedule, which is not deployed');
    }
    const email = onDutyAt(schedule, page.at);
    if (email !== undefined && !found.has(emailKey(email))) {
      found.set(emailKey(email), { ...page, email, schedule: schedule.key });
    }
  }
  if (acknowledger !== undefined && !found.has(emailKey(acknowledger))) {
    found.set(emailKey(acknowledger), { ...page, email: acknowledger, again: true });
  }
  return [...found.values()];
}

function answersTo(pages: readonly Page[], { acknowledges }: IncidentStory): Answer[] {
  return pages.flatMap((page) => {
    const at = acknowledges?.(page);
    return at === undefined ? [] : [{ at, email: page.email }];
  });
}

/** The first acknowledgement within a span, by anybody who has been paged so far. */
function firstAnswer(
  answers: readonly Answer[],
  from: Temporal.Instant,
  until: Temporal.Instant,
): Answer | undefined {
  return answers
    .filter(({ at }) => !isBefore(at, from) && isBefore(at, until))
    .sort((a, b) => Temporal.Instant.compare(a.at, b.at))[0];
}

function autoResolveAt({ autoResolve }: Service, from: Temporal.Instant): Temporal.Instant | undefined {
  return autoResolve === undefined ? undefined : from.add(autoResolve);
}

function earliest(a?: Temporal.Instant, b?: Temporal.Instant): Temporal.Instant | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return earlier(a, b);
}
