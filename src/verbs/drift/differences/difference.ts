import type { Temporal } from 'temporal-polyfill';
import type { ObjectKind } from '../../../deployment';
import { visible } from '../../../text/visible';
import type { Comparison } from './comparison';

/** The kind of a difference; a public contract, see docs/deploy.md. */
export type What =
  /** The data defines it, but the vendor does not have it. */
  | 'missing'
  /** It carries our mark, but the data does not define it. */
  | 'left-over'
  /** An object or a log-in has another name. */
  | 'renamed'
  /** Part of it is not understood; `wayOut` says whether the rest was compared. */
  | 'unreadable'
  /** Somebody else is on call, from `from` until `until`. */
  | 'on-duty'
  /** Other layers, although the same people are on call up to the horizon. */
  | 'layers'
  | 'time-zone'
  /** Levels, targets, delays or repeats of an escalation policy. */
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
  /** A log-in with no contact method that rings. */
  | 'contact-methods'
  /** A log-in without a high-urgency notification rule that rings. */
  | 'notification-rules'
  /** A service that Datadog can no longer send events to. */
  | 'integration'
  /** A handle that reaches another service, or none. */
  | 'handle'
  | 'threshold'
  | 'query'
  | 'message'
  | 'tags'
  | 'priority'
  | 'options'
  | 'muted'
  /** A downtime that the data does not define. */
  | 'silenced'
  /** A downtime that somebody canceled, which Terraform cannot see. */
  | 'canceled'
  /** Times, scope or notifications of a downtime. */
  | 'downtime';

/** Something that is not as the data says. Every text in it is inert. */
export interface Difference {
  readonly system: 'PagerDuty' | 'Datadog';
  readonly kind: ObjectKind | 'user';
  /** The name of a person or desk; the name in the data of a schedule, policy or service; a monitor as `pipeline/alert/metric`; the pipeline of a downtime. */
  readonly object: string;
  /** API id. @default - the vendor has no such object */
  readonly id?: string;
  readonly what: What;
  /** @default - now */
  readonly from?: Temporal.Instant;
  /** @default - until somebody changes it */
  readonly until?: Temporal.Instant;
  /** What the data says: a person's id or log-in, a number, a name. @default - nothing */
  readonly expected?: string;
  /** What the vendor holds, in the same form. @default - nothing */
  readonly found?: string;
  /** The difference in words, without the object. */
  readonly text: string;
  /** The value that a deploy changes, as people read it. @default - a deploy does not change a value */
  readonly change?: Change;
  /** What to do about it. @default - a deploy restores it */
  readonly wayOut?: string;
  /** Commands for Terraform or OpenTofu, which `wayOut` refers to. @default - none */
  readonly command?: string;
  /** Lines to write into the data instead, which `wayOut` refers to. @default - none */
  readonly lines?: readonly string[];
}

/** A value that a deploy changes. */
export interface Change {
  /** What it is, e.g. `threshold`. */
  readonly label: string;
  readonly found: string;
  readonly expected: string;
}

/** Makes every text of a difference inert, because others wrote some of them. */
export function difference({ object, expected, found, text, change, ...rest }: Difference): Difference {
  return {
    ...rest,
    object: visible(object),
    ...(expected === undefined ? {} : { expected: visible(expected) }),
    ...(found === undefined ? {} : { found: visible(found) }),
    text: visible(text),
    ...(change === undefined
      ? {}
      : {
          change: {
            label: visible(change.label),
            found: visible(change.found),
            expected: visible(change.expected),
          },
        }),
  };
}

/**
 * A value that a deploy changes, and the same in words.
 * @example
 * changed('threshold', '5', '1').text // 'threshold: 5, the data says 1'
 */
export function changed(
  label: string,
  found: string,
  expected: string,
): Required<Pick<Difference, 'text' | 'change'>> {
  return { text: `${label}: ${found}, the data says ${expected}`, change: { label, found, expected } };
}

/** The fix for a difference that Terraform can see. */
export const DEPLOY = 'npx watchbill deploy restores what the data says';

type WayOut = Required<Pick<Difference, 'wayOut' | 'command'>>;

/** The fix for an object that Terraform believes to be up to date. */
export function replacing({ stacks }: Pick<Comparison, 'stacks'>, address: string): WayOut {
  return {
    wayOut: 'Terraform cannot see this; recreate it:',
    command: `-chdir=cdktf.out/stacks/${stacks.get(address)} apply -replace=${address}`,
  };
}

/** The fix for an object that Terraform believes to exist: the next deploy creates what it forgets. */
export function forgetting({ stacks }: Pick<Comparison, 'stacks'>, address: string): WayOut {
  return {
    wayOut: 'Terraform cannot see this; remove it from the state, then npx watchbill deploy:',
    command: `-chdir=cdktf.out/stacks/${stacks.get(address)} state rm ${address}`,
  };
}
