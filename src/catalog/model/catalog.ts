import type { Holiday } from './holiday';
import type { Leave } from './leave';
import type { NamedOffice } from './office';
import type { Organization } from './organization';
import type { Person, Team } from './owner';
import type { Pipeline } from './pipeline';
import type { Rotation } from './rotation';

/** A team's data: validated, with references resolved, frozen. Lists keep the order of the data. */
export interface Catalog {
  /** The company, and what pipelines and rotations inherit from it. */
  readonly organization: Organization;
  /** Offices other than the organization's own. */
  readonly offices: readonly NamedOffice[];
  /** Teams that own pipelines or have people on call. */
  readonly teams: readonly Team[];
  /** Everybody in the data, those who have left included. */
  readonly people: readonly Person[];
  /** Pipelines with their owners and runbooks. */
  readonly pipelines: readonly Pipeline[];
  /** Who takes turns for which pipelines. */
  readonly rotations: readonly Rotation[];
  /** When people are away; it never says why. */
  readonly leave: readonly Leave[];
  /** Days of the organization's own holiday files, sorted by date; those of other calendars are in their offices. */
  readonly holidays: readonly Holiday[];
  /** Years that have such a file, ascending. */
  readonly holidayYears: readonly number[];
  /** True if the runbooks folder has the page of failure classes, which messages then link to. */
  readonly failureClassesPage: boolean;
}
