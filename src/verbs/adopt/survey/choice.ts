import { didYouMean } from '../../../text/nearest';
import { shown } from '../../../text/visible';
import type { Candidate, Undecided } from './match';

/** Which object a resource takes over, whatever its name. */
export interface Choice {
  /** Its id, or, for a choice of `--map`, its name. */
  readonly object: string;
  /** Who chose it. A choice of the imports file counts only while nothing has the resource's own name. */
  readonly by: '--map' | 'file';
}

/** Something of an account that has a name. */
type Named = Pick<Candidate, 'id' | 'called'>;

/**
 * The objects that a resource may take over: the chosen one, otherwise its namesakes.
 * @param all the account's objects of that kind
 * @param namesakes those of them with the resource's own name
 */
export function chosenOf<T extends Named>(
  all: readonly T[],
  namesakes: readonly T[],
  choice: Choice | undefined,
): readonly T[] | Undecided {
  if (choice === undefined) return namesakes;
  const { object, by } = choice;
  if (by === 'file') return namesakes.length > 0 ? namesakes : all.filter(({ id }) => id === object);
  const meant = all.filter(({ id, called }) => id === object || called === object);
  const [only, ...others] = meant;
  if (only === undefined) return missing(object, all);
  if (others.length > 0) return several(object, meant);
  const other = namesakes.find(({ id }) => id !== only.id);
  return other === undefined ? meant : nameTaken(only, other);
}

function missing(object: string, all: readonly Named[]): Undecided {
  return {
    kind: 'undecided',
    problem: `ADOP005: the account has no object of that kind called ${shown(object)}`,
    wayOut: didYouMean(
      object,
      all.map(({ called }) => called),
      'names',
    ),
  };
}

function several(object: string, meant: readonly Named[]): Undecided {
  const ids = meant.map(({ id }) => id).join(', ');
  return {
    kind: 'undecided',
    problem: `ADOP006: ${meant.length} objects are called ${shown(object)}: ${ids}`,
    wayOut: 'map the id of the one that you mean',
  };
}

/** Two objects would then have the same name, which PagerDuty refuses. */
function nameTaken(meant: Named, other: Named): Undecided {
  return {
    kind: 'undecided',
    problem: `ADOP007: ${shown(meant.called)} (${meant.id}) would be renamed, but ${other.id} is called ${shown(other.called)} already`,
    wayOut: `leave the map out, which takes over ${other.id}; or rename or delete that one first`,
  };
}
