import { type Catalog, ownerTeam, type Pipeline, type Rotation, type Team } from '../src/catalog';
import type { Split } from '../src/state/split';
import { MONITORS, ON_CALL } from './stackNames';

/** What one stack has of the data, each list in the order of the data. */
export interface StackPart {
  readonly teams: readonly Team[];
  /** Those that serve a pipeline of it; a stack of Datadog uses none. */
  readonly rotations: readonly Rotation[];
  readonly pipelines: readonly Pipeline[];
}

/** A stack of PagerDuty or of Datadog. */
export interface NamedPart {
  readonly name: string;
  readonly part: StackPart;
}

/** The stacks, those that are deployed first at the beginning. */
export interface StackParts {
  readonly onCall: readonly NamedPart[];
  /** Each with the name of the stack that has its services. */
  readonly monitors: readonly (NamedPart & { readonly after: string })[];
}

/**
 * Which stacks there are, and what is in each.
 *
 * By team, no object of a stack refers to one of another: each can be planned, applied and
 * repaired alone. So a team has a stack of PagerDuty of its own only where it shares no rotation
 * with another team's pipelines; teams that share one stay together in `on-call`. In Datadog
 * nothing refers to anything, and every team has its own.
 */
export function stackParts(catalog: Catalog, split?: Split): StackParts {
  const { teams, rotations, pipelines } = catalog;
  if (split === undefined) {
    const part = { teams, rotations, pipelines };
    return {
      onCall: [{ name: ON_CALL, part }],
      monitors: [{ name: MONITORS, part, after: ON_CALL }],
    };
  }
  const teamOf = new Map(pipelines.map(({ id, primary }) => [id, ownerTeam(primary).id]));
  const servedBy = new Map(rotations.map((each) => [each.id, teamsServed(each, teamOf)]));
  const sharing = new Set([...servedBy.values()].filter(({ size }) => size > 1).flatMap((ids) => [...ids]));
  const partOf = (isIn: (team: string) => boolean): StackPart => ({
    teams: teams.filter(({ id }) => isIn(id)),
    rotations: rotations.filter(({ id }) => [...(servedBy.get(id) ?? [])].some(isIn)),
    pipelines: pipelines.filter(({ id }) => isIn(teamOf.get(id) ?? '')),
  });
  const ownStack = (name: string, { id }: Team): NamedPart => ({
    name: `${name}-${id}`,
    part: partOf((team) => team === id),
  });
  const alone = teams.filter(({ id }) => !sharing.has(id));
  const onCall = [
    { name: ON_CALL, part: partOf((team) => sharing.has(team)) },
    ...alone.map((team) => ownStack(ON_CALL, team)),
  ];
  // What a team's own app adds to the stack that everybody has.
  const shared = { name: MONITORS, part: partOf(() => false), after: ON_CALL };
  const own = teams.map((team) => ({
    ...ownStack(MONITORS, team),
    after: sharing.has(team.id) ? ON_CALL : `${ON_CALL}-${team.id}`,
  }));
  return { onCall, monitors: [shared, ...own] };
}

/** Teams that own the pipelines of a rotation first. */
function teamsServed({ pipelines }: Rotation, teamOf: ReadonlyMap<string, string>): ReadonlySet<string> {
  return new Set(pipelines.flatMap((id) => teamOf.get(id) ?? []));
}
