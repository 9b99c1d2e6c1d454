import type { Holiday } from './holiday';
import type { Leave } from './leave';
import type { NamedOffice } from './office';
import type { Organization } from './organization';
import type { Person, Team } from './owner';
import type { Pipeline } from './pipeline';
import type { Rotation } from './rotation';

/** Everything that a team's data says, validated, with references resolved, frozen. Lists keep the data's order. */
export interface Catalog {
  readonly organization: Organization;
  /** Offices beside the organization's own. */
  readonly offices: readonly NamedOffice[];
  readonly teams: readonly Team[];
  readonly people: readonly Person[];
  readonly pipelines: readonly Pipeline[];
  readonly rotations: readonly Rotation[];
  readonly leave: readonly Leave[];
  /** Days of the organization's own holiday files, by date; those of other calendars are in their offices. */
  readonly holidays: readonly Holiday[];
  /** Years for which there is one, ascending. */
  readonly holidayYears: readonly number[];
  /** Whether the runbooks folder has the page of failure classes that messages link to. */
  readonly failureClassesPage: boolean;
}
