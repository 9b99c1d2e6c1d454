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
  /** Markdown of the pages in the runbooks folder by file name, without front matter. */
  readonly pages: ReadonlyMap<string, string>;
}

/** A side and its rosters, each from the beginning of the turn that is running at `asOf`. */
export interface RosteredSide extends Side {
  /** Who is on call when, in any window. */
  readonly all: Rosters;
  /** Rosters by rotation id. */
  readonly rosters: ReadonlyMap<string, RotationRoster>;
  /** Rosters of people paged by name, by roster id. */
  readonly persons: ReadonlyMap<string, PersonRoster>;
  /** Everybody's absences, by person id. */
  readonly away: ReadonlyMap<string, readonly Absence[]>;
}

/** The input of every part of the diff. */
export interface Comparison {
  readonly before: RosteredSide;
  readonly after: RosteredSide;
  /** From `asOf` to the horizon. */
  readonly window: Span;
  /** IANA zone of times in messages. */
  readonly timeZone: string;
  /** True if there was no data before, so that everything is new. */
  readonly isNewTeam: boolean;
  /** Display names of people and teams on both sides. */
  readonly names: DisplayNames;
}

/** A side with its rosters up to the horizon that both sides share. */
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
  return { ...side, all, rosters: new Map(rosters), persons: new Map(persons), away };
}

/** The ids on either side, the new side's first, each once. */
export function idsOf<T extends { readonly id: string }>(
  after: readonly T[],
  before: readonly T[],
): readonly string[] {
  return [...new Set([...after, ...before].map(({ id }) => id))];
}
