import type * as z from 'zod';
import { didYouMean } from '../../text/nearest';
import type { Escalation, EscalationStep, EscalationTarget } from '../model/escalation';
import type { Person, Team } from '../model/owner';
import type { escalationSteps } from '../schema/escalation';
import type { Path } from '../yaml/parseYaml';
import type { Known } from './known';
import type { Reading } from './reading';
import type { YamlFile } from './yamlFile';

type GivenSteps = z.output<typeof escalationSteps>;

/** The words for a pipeline's owners; no duty, person or team may have one as its id. */
export const OWNER_WORDS = ['primary', 'secondary'] as const;

/** Everything that a step can name. */
export interface Nameable {
  /** Undefined if they cannot be read. */
  readonly duties: readonly string[] | undefined;
  readonly people: Known<Person>;
  readonly teams: Known<Team>;
}

/**
 * Resolves the targets of escalation steps.
 * @param path where the list of steps is
 * @returns undefined if a target is unknown, which is reported (ESCA001)
 */
export function stepsOf(
  reading: Reading,
  file: YamlFile,
  path: Path,
  given: GivenSteps,
  nameable: Nameable,
): readonly EscalationStep[] | undefined {
  let complete = true;
  const steps = given.map(({ notify, for: waits }, index) => ({
    waits,
    notify: notify.flatMap((word, position) => {
      const target = targetOf(word, nameable);
      if (target !== undefined) return [target];
      complete = false;
      const at = [...path, index, 'notify'];
      if (isUnknownTarget(word, nameable)) {
        reading.problems.error(file.at(Array.isArray(file.raw(at)) ? [...at, position] : at), {
          code: 'ESCA001',
          message: 'unknown target',
          value: word,
          wayOut: didYouMean(word, wordsOf(nameable), 'owners, duties, people and teams'),
        });
      }
      return [];
    }),
  }));
  return complete ? steps : undefined;
}

/** The organization's escalation, overridden by a pipeline's own keys. */
export function effectiveEscalation(
  inherited: Escalation | undefined,
  own: { readonly steps: readonly EscalationStep[] | undefined; readonly repeat: number | undefined },
): Escalation | undefined {
  const steps = own.steps ?? inherited?.steps;
  const repeat = own.repeat ?? inherited?.repeat;
  return steps && repeat !== undefined ? { steps, repeat } : undefined;
}

function targetOf(word: string, { duties, people, teams }: Nameable): EscalationTarget | undefined {
  if (word === 'primary' || word === 'secondary') return { kind: 'owner', word };
  if (duties?.includes(word)) return { kind: 'duty', word };
  const person = people?.get(word);
  if (person !== undefined) return { kind: 'person', word, person };
  const team = teams?.get(word);
  return team && { kind: 'team', word, team };
}

/** False if the word may be an id that could not be read, or one with a reported problem. */
function isUnknownTarget(word: string, { duties, people, teams }: Nameable): boolean {
  return (
    duties !== undefined &&
    people !== undefined &&
    teams !== undefined &&
    !people.has(word) &&
    !teams.has(word)
  );
}

function wordsOf({ duties = [], people, teams }: Nameable): string[] {
  return [...OWNER_WORDS, ...duties, ...(people?.keys() ?? []), ...(teams?.keys() ?? [])];
}
