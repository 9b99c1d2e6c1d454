import type { Temporal } from 'temporal-polyfill';
import type { Location } from '../diagnostic';
import type { Office } from './office';

/** A team that owns pipelines or has people on call. */
export interface Team {
  /** Id in the data; unique among teams and people, because an owner is either. */
  readonly id: string;
  /** Display name, and the name of the team in PagerDuty. */
  readonly name: string;
  /**
   * A PagerDuty user that represents the whole team.
   * @default - the team can be neither an escalation target nor mailed
   */
  readonly desk?: Desk;
  /**
   * Handles of channels, without `@`, that are told of alerts of the pipelines whose primary owner it is.
   * @default - none
   */
  readonly channels?: readonly string[];
  /** Where its key is. */
  readonly source: Location;
}

/** The shared log-in of a team. */
export interface Desk {
  /** Display name of the user. */
  readonly name: string;
  /** PagerDuty log-in, spelled as in the data; compare with `sameEmail`. */
  readonly email: string;
}

/** Somebody who is on call or owns pipelines. */
export interface Person {
  /** Id in the data; unique among teams and people. */
  readonly id: string;
  /** Display name; no two people have the same one. */
  readonly name: string;
  /** The team that the person belongs to. */
  readonly team: Team;
  /** PagerDuty log-in, spelled as in the data; compare with `sameEmail`. */
  readonly email: string;
  /** Ids of the holidays of their office that the person takes off, or `all`. */
  readonly observes: readonly string[] | 'all';
  /**
   * Where the person works.
   * @default - the organization's own office
   */
  readonly office?: Office;
  /**
   * The first day, in their office's time zone, on which the person no longer works here.
   * @default - the person stays
   */
  readonly left?: Temporal.PlainDate;
  /** Where their key is. */
  readonly source: Location;
}

/** Somebody PagerDuty can page: a person, or a team's desk. */
export interface Responder extends Desk {
  /** Id of the person, or of the desk's team. */
  readonly id: string;
}

/** The owner of a pipeline: a person or a team. */
export type Owner =
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'team'; readonly team: Team };

/** Id of an owner: the person's or the team's; people and teams never share one. */
export function ownerId(owner: Owner): string {
  return owner.kind === 'person' ? owner.person.id : owner.team.id;
}

/** An owner's team: the team itself, or the person's. */
export function ownerTeam(owner: Owner): Team {
  return owner.kind === 'person' ? owner.person.team : owner.team;
}
