import type { Temporal } from 'temporal-polyfill';
import type { ObjectKind } from '../../../deployment';
import { visible } from '../../../text/visible';

/** What is not as the data says; a public contract, see `docs/`. */
export type What =
  /** The data has it and the vendor does not. */
  | 'missing'
  /** It bears our mark, and the data has no such thing. */
  | 'left-over'
  /** A log-in bears another name, too. */
  | 'renamed'
  /** It holds what is not understood; the way out says whether the rest of it was compared. */
  | 'unreadable'
  /** Somebody else is on duty, from `from` until `until`. */
  | 'on-duty'
  /** Other layers, in which the same people are on duty up to the horizon. */
  | 'layers'
  | 'time-zone'
  /** Levels, targets, delays or repetition of an escalation policy. */
  | 'escalation'
  /** The escalation policy of a service. */
  | 'policy'
  | 'auto-resolve'
  | 'acknowledgement'
  | 'urgency'
  /** PagerDuty has no such log-in. */
  | 'log-in'
  /** A log-in whose role cannot be on call. */
  | 'role'
  /** A log-in without anything that rings. */
  | 'contact-methods'
  /** A log-in without a high-urgency rule for what rings. */
  | 'notification-rules'
  /** A service to which Datadog can no longer send. */
  | 'integration'
  /** The service that a handle reaches. */
  | 'handle'
  | 'threshold'
  | 'query'
  | 'message'
  | 'tags'
  | 'priority'
  | 'options'
  | 'muted'
  /** A downtime that the data does not have. */
  | 'silenced'
  /** A downtime that somebody ended, which Terraform does not see. */
  | 'canceled'
  /** The times, the scope or the end of a downtime. */
  | 'downtime';

/** Something that is not as the data says. Every text in it is inert. */
export interface Difference {
  readonly system: 'PagerDuty' | 'Datadog';
  readonly kind: ObjectKind | 'user';
  /** A person or desk by name, a schedule, policy or service by its name in the data, a monitor as `pipeline/alert/metric`, a downtime by its pipeline. */
  readonly object: string;
  /** API id; none where the vendor has no such object. */
  readonly id?: string;
  readonly what: What;
  /** From when on it differs. @default - now */
  readonly from?: Temporal.Instant;
  /** @default - for as long as nobody changes it */
  readonly until?: Temporal.Instant;
  /** What the data says: a person's id or log-in, a number, a name. @default - nothing */
  readonly expected?: string;
  /** What the vendor holds, in the same form. @default - nothing */
  readonly found?: string;
  /** All of it in words, without the object. */
  readonly text: string;
  /** What to do. @default - a deploy puts it back */
  readonly wayOut?: string;
  /** The command that the way out speaks of. @default - none */
  readonly command?: string;
}

/** A difference with every text in it made inert: some of it was written by others. */
export function difference({ object, expected, found, text, ...rest }: Difference): Difference {
  return {
    ...rest,
    object: visible(object),
    ...(expected === undefined ? {} : { expected: visible(expected) }),
    ...(found === undefined ? {} : { found: visible(found) }),
    text: visible(text),
  };
}

/** What a deploy does about a difference that Terraform sees. */
export const DEPLOY = 'npx watchbill deploy puts back what the data says';

type WayOut = Required<Pick<Difference, 'wayOut' | 'command'>>;

/** For an object that Terraform believes to be as it should: to make it anew. */
export function replacing(stack: 'on-call' | 'monitors', address: string): WayOut {
  return {
    wayOut: 'Terraform does not see it; have it made anew:',
    command: `terraform -chdir=cdktf.out/stacks/${stack} apply -replace=${address}`,
  };
}

/** For an object that Terraform believes to be there: what it forgets, the next deploy makes. */
export function forgetting(stack: 'on-call' | 'monitors', address: string): WayOut {
  return {
    wayOut: 'Terraform does not see it; have it forgotten, then npx watchbill deploy:',
    command: `terraform -chdir=cdktf.out/stacks/${stack} state rm ${address}`,
  };
}
