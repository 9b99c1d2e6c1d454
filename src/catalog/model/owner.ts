import type { Temporal } from 'temporal-polyfill';
import type { Location } from '../diagnostic';
import type { Office } from './office';

/** A team that owns pipelines or stands watch. */
export interface Team {
  /** Id in the data; shares one namespace with people, since an owner is either. */
  readonly id: string;
  readonly name: string;
  /**
   * A PagerDuty user that stands for the whole team.
   * @default - the team cannot be an escalation target, nor be written to
   */
  readonly desk?: Desk;
  readonly source: Location;
}

/** The shared log-in of a team. */
export interface Desk {
  readonly name: string;
  /** PagerDuty log-in, spelled as in the data; compare it by `sameEmail`. */
  readonly email: string;
}

/** Somebody who stands watch or owns pipelines. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly team: Team;
  /** PagerDuty log-in, spelled as in the data; compare it by `sameEmail`. */
  readonly email: string;
  /** Ids of the holidays of their office that the person takes off, or all of them. */
  readonly observes: readonly string[] | 'all';
  /**
   * Where the person works.
   * @default - the organization's own office
   */
  readonly office?: Office;
  /**
   * The first day, in their office's time, on which the person is no longer there.
   * @default - nobody knows of one
   */
  readonly left?: Temporal.PlainDate;
  readonly source: Location;
}

/** Whom PagerDuty can page: a person, or a team's desk by the team's id. */
export interface Responder extends Desk {
  readonly id: string;
}

/** Who owns a pipeline. */
export type Owner =
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'team'; readonly team: Team };

/** Id of an owner: the person's or the team's; the two never share one. */
export function ownerId(owner: Owner): string {
  return owner.kind === 'person' ? owner.person.id : owner.team.id;
}
