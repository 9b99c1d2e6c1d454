import type { EscalationPolicy, Service } from '../../../deployment';
import { emailKey } from '../../../text/email';
import type { Account } from './account';

/** What a service would be as a pipeline. */
export interface PipelineDraft {
  readonly service: Service;
  readonly policy: EscalationPolicy;
  readonly levels: readonly LevelDraft[];
}

/** A level of its escalation. */
export interface LevelDraft {
  /** Ids of schedules. */
  readonly schedules: readonly string[];
  /** Log-ins of people who are paged by name. */
  readonly people: readonly string[];
  readonly minutes: number;
}

/**
 * A service's escalation as that of a pipeline.
 * @returns a text that says why the data cannot express it
 */
export function pipelineDraft(service: Service, account: Account): PipelineDraft | string {
  const { policies, named, unreadable, byEmail } = account;
  const policy = policies.find(({ key }) => key === service.escalationPolicy);
  if (policy === undefined) {
    const name = named.get(service.escalationPolicy)?.name ?? service.escalationPolicy;
    const why = unreadable.get(service.escalationPolicy)?.[0] ?? 'it is not there';
    return `its escalation policy "${name}" cannot be taken over: ${why}`;
  }
  if (service.urgency === 'low')
    return 'its urgency is low; to have it in the data, add a pipeline with urgency: low';
  const levels = policy.rules.map(({ delayMinutes, targets }) => ({
    minutes: delayMinutes,
    schedules: targets.flatMap((target) => (target.kind === 'schedule' ? target.schedule : [])),
    people: targets.flatMap((target) => (target.kind === 'user' ? target.email : [])),
  }));
  if (levels.every(({ schedules }) => schedules.length === 0)) {
    return 'its escalation pages people by name alone, and the data needs a rotation';
  }
  const unknown = levels.flatMap(({ people }) => people).find((email) => !byEmail.has(emailKey(email)));
  return unknown === undefined
    ? { service, policy, levels }
    : `it pages ${unknown}, who is not in PagerDuty's list of users`;
}

/** Ids of the schedules that a pipeline pages. */
export function schedulesOf({ levels }: Pick<PipelineDraft, 'levels'>): readonly string[] {
  return [...new Set(levels.flatMap(({ schedules }) => schedules))];
}
