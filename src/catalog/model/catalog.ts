import type { Holiday } from './holiday';
import type { Leave } from './leave';
import type { NamedOffice } from './office';
import type { Organization } from './organization';
import type { Person, Team } from './owner';
import type { Pipeline } from './pipeline';
import type { Rotation } from './rotation';

/** A team's data: validated, with references resolved, frozen. Lists keep the order of the data. */
export interface Catalog {
  readonly organization: Organization;
  /** Offices other than the organization's own. */
  readonly offices: readonly NamedOffice[];
  readonly teams: readonly Team[];
  readonly people: readonly Person[];
  readonly pipelines: readonly Pipeline[];
  readonly rotations: readonly Rotation[];
  readonly leave: readonly Leave[];
  /** Days of the organization's own holiday files, sorted by date; those of other calendars are in their offices. */
  readonly holidays: readonly Holiday[];
  /** Years that have such a file, ascending. */
  readonly holidayYears: readonly number[];
  /** True if the runbooks folder has the page of failure classes, which messages then link to. */
  readonly failureClassesPage: boolean;
}
