import type { Catalog } from '../../../catalog';
import {
  type Absence,
  type PersonRoster,
  personRosters,
  planningWindow,
  Rosters,
  type RotationRoster,
  type Span,
} from '../../../roster';
import type { DisplayNames } from './displayNames';

/** The data before or after a change. */
export interface Side {
  readonly catalog: Catalog;
  /** Markdown of the pages of the runbooks folder, by file name, without front matter. */
  readonly pages: ReadonlyMap<string, string>;
}

/** A side and who stands in it: each rotation from the beginning of the turn that runs at `asOf`. */
export interface RosteredSide extends Side {
  /** Rosters by the id of the rotation. */
  readonly rosters: ReadonlyMap<string, RotationRoster>;
  /** Rosters of people who are paged by name, by their ids. */
  readonly persons: ReadonlyMap<string, PersonRoster>;
  /** What `absences` returned. */
  readonly away: ReadonlyMap<string, readonly Absence[]>;
}

/** All that a part of the diff may look at. */
export interface Comparison {
  readonly before: RosteredSide;
  readonly after: RosteredSide;
  /** From `asOf` to the horizon. */
  readonly window: Span;
  /** IANA zone of times in words. */
  readonly timeZone: string;
  /** True where there was no data before, so that all of it is new. */
  readonly isNewTeam: boolean;
  /** How people and teams of either side are called. */
  readonly names: DisplayNames;
}

/** A side with its rosters up to one horizon, which both sides share. */
export function rostered(side: Side, { from: asOf, until }: Span): RosteredSide {
  const { organization, rotations } = side.catalog;
  const all = new Rosters(side.catalog);
  const away = all.absences;
  const rosters = rotations.map((rotation) => {
    const { from } = planningWindow(rotation, organization, asOf);
    return [rotation.id, all.of(rotation, { from, until })] as const;
  });
  const persons = personRosters(side.catalog, { from: asOf, until }, away).map(
    (each) => [each.id, each] as const,
  );
  return { ...side, rosters: new Map(rosters), persons: new Map(persons), away };
}

/** Names that stand on either side, those of the new one first, each once. */
export function idsOf<T extends { readonly id: string }>(
  after: readonly T[],
  before: readonly T[],
): readonly string[] {
  return [...new Set([...after, ...before].map(({ id }) => id))];
}
