import type { Temporal } from 'temporal-polyfill';
import { MARK } from '../text/mark';
import { Construct, PagerdutyEscalationPolicy, type PagerdutySchedule } from './cdktf';
import { checkedDuration, checkedList, checkedName, checkedNumber } from './checkedProps';
import type { PagerDutyUser } from './pagerDutyUser';
import { terraformText } from './terraformText';

/** PagerDuty's maximum. */
const MOST_STEPS = 20;
/** PagerDuty's maximum in one step. */
const MOST_TARGETS = 10;

/** Who a level notifies: a user (a person or a team's desk), or whoever is on call in a schedule at that moment. */
export type EscalationPolicyTarget =
  | { readonly user: PagerDutyUser }
  | { readonly schedule: PagerdutySchedule };

/** One level of an escalation policy. */
export interface EscalationPolicyStep {
  /** Who is notified: one target, or up to ten at once. */
  readonly notify: EscalationPolicyTarget | readonly EscalationPolicyTarget[];
  /** How long to wait for an acknowledgement, whole minutes, at least one. */
  readonly waits: Temporal.Duration;
}

/** Props of an escalation policy. */
export interface EscalationPolicyProps {
  /** Name in PagerDuty, without `\ / & < >`, taken literally. */
  readonly name: string;
  /** Levels in order, at least one. */
  readonly steps: readonly EscalationPolicyStep[];
  /**
   * How many further rounds follow the first, 0 to 9.
   * @default 0
   */
  readonly repeat?: number;
  /**
   * Description, taken literally.
   * @default 'Managed by Watchbill'
   */
  readonly description?: string;
}

/**
 * Who is paged, in which order, until somebody acknowledges.
 *
 * The policy belongs to no PagerDuty team on purpose: a policy with a team enrols
 * everybody it pages in that team, so the desk of one team and the people on call of
 * another would become members of each other's.
 *
 * @see https://registry.terraform.io/providers/PagerDuty/pagerduty/latest/docs/resources/escalation_policy
 * @example
 * new EscalationPolicy(this, 'growth', {
 *   name: 'Aggregate growth',
 *   steps: [
 *     { notify: { user: desk }, waits: Temporal.Duration.from({ minutes: 15 }) },
 *     { notify: [{ schedule: rotation.schedule }, { user: lead }], waits: Temporal.Duration.from({ minutes: 30 }) },
 *   ],
 *   repeat: 2,
 * });
 */
export class EscalationPolicy extends Construct {
  /** The PagerDuty escalation policy. */
  readonly policy: PagerdutyEscalationPolicy;

  /** @throws Error that names the prop, the value and PagerDuty's rule */
  constructor(scope: Construct, id: string, props: EscalationPolicyProps) {
    super(scope, id);
    const steps = checkedList('steps', props.steps, MOST_STEPS);
    const name = checkedName('name', props.name);
    if (/[\\/&<>]/.test(name)) {
      throw new Error(`'name' ('${name}') must not contain \\ / & < >, which PagerDuty refuses`);
    }
    this.policy = new PagerdutyEscalationPolicy(this, 'Resource', {
      name: terraformText(name),
      description: terraformText(props.description ?? MARK),
      numLoops: checkedNumber('repeat', props.repeat ?? 0, 0, 9),
      rule: steps.map(({ notify, waits }) => ({
        escalationDelayInMinutes: checkedDuration('waits', waits, 'minutes', 1),
        target: checkedList('notify', targetsOf(notify), MOST_TARGETS).map((target) =>
          'user' in target
            ? { type: 'user_reference', id: target.user.id }
            : { type: 'schedule_reference', id: target.schedule.id },
        ),
      })),
    });
  }
}

function targetsOf(notify: EscalationPolicyStep['notify']): readonly EscalationPolicyTarget[] {
  return 'user' in notify || 'schedule' in notify ? [notify] : notify;
}
