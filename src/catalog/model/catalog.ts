import type { Holiday } from './holiday';
import type { Leave } from './leave';
import type { Organization } from './organization';
import type { Person, Team } from './owner';
import type { Pipeline } from './pipeline';
import type { Rotation } from './rotation';

/** Everything that a team's data says, validated, with references resolved, frozen. Lists keep the data's order. */
export interface Catalog {
  readonly organization: Organization;
  readonly teams: readonly Team[];
  readonly people: readonly Person[];
  readonly pipelines: readonly Pipeline[];
  readonly rotations: readonly Rotation[];
  readonly leave: readonly Leave[];
  /** Days of all holiday files, by date. */
  readonly holidays: readonly Holiday[];
  /** Years for which there is a holiday file, ascending. */
  readonly holidayYears: readonly number[];
  /** Whether the runbooks folder has the page of failure classes that messages link to. */
  readonly failureClassesPage: boolean;
}
