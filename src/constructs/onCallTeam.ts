import { MARK } from '../text/mark';
import { Construct, PagerdutyTeam, PagerdutyTeamMembership } from './cdktf';
import { checkedName } from './checkedProps';
import { constructId } from './constructId';
import type { PagerDutyUser } from './pagerDutyUser';
import { terraformText } from './terraformText';

/** What a member may do in a team. */
export type TeamRole = 'observer' | 'responder' | 'manager';

/** Props of a PagerDuty team. */
export interface OnCallTeamProps {
  /** Name in PagerDuty, at most 100 characters, taken literally. */
  readonly name: string;
  /** Its people, by the id in their membership's Terraform address. */
  readonly members: Readonly<Record<string, PagerDutyUser>>;
  /**
   * The log-in that the whole team shares.
   * @default - none
   */
  readonly desk?: PagerDutyUser;
  /**
   * The role of every member; the provider's own default would be `manager`.
   * @default 'responder'
   */
  readonly role?: TeamRole;
  /**
   * Description, taken literally.
   * @default 'Managed by Watchbill'
   */
  readonly description?: string;
}

/**
 * A team of the ownership table, with its members.
 * @see https://registry.terraform.io/providers/PagerDuty/pagerduty/latest/docs/resources/team_membership
 * @example
 * new OnCallTeam(this, 'de', { name: 'Data Engineering', members: { ada, grace }, desk });
 */
export class OnCallTeam extends Construct {
  /** The PagerDuty team. */
  readonly team: PagerdutyTeam;

  /** @throws Error if PagerDuty would refuse the name */
  constructor(scope: Construct, id: string, props: OnCallTeamProps) {
    super(scope, id);
    this.team = new PagerdutyTeam(this, 'Resource', {
      name: terraformText(checkedName('name', props.name, 100)),
      description: terraformText(props.description ?? MARK),
    });
    const role = props.role ?? 'responder';
    const enrol = (memberId: string, user: PagerDutyUser) =>
      new PagerdutyTeamMembership(this, constructId(memberId), {
        teamId: this.team.id,
        userId: user.id,
        role,
      });
    for (const [memberId, user] of Object.entries(props.members)) enrol(memberId, user);
    if (props.desk !== undefined) enrol('Desk', props.desk);
  }
}
