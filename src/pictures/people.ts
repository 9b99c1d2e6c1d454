import { initialsOf } from './initials';
import { FILLS } from './palette';

/** Somebody in a picture. */
export interface PicturePerson {
  /** Id in the data. */
  readonly id: string;
  /** Display name. */
  readonly name: string;
}

/** Patterns on the colour, from the ninth person on. */
export const MARKS = ['plain', 'dots', 'stripes', 'rings'] as const;

/** How a person looks in every picture. */
export interface Look extends PicturePerson {
  /** Fill of their bars, `#rrggbb`. */
  readonly fill: (typeof FILLS)[number];
  /** A pattern on the fill. */
  readonly mark: (typeof MARKS)[number];
  /** Two or three characters where the name does not fit; nobody else has the same. */
  readonly initials: string;
}

/** The looks of people by id. */
export type Looks = ReadonlyMap<string, Look>;

/** One per list of people: a page has many pictures of the same ones. */
const known = new WeakMap<readonly PicturePerson[], Looks>();

/**
 * The look of each person. It follows from their place in the list, so pass everybody in the order of
 * the data, even those who are not in the picture: then people look the same in all pictures. 32
 * people differ in colour or pattern; beyond that, initials and names tell them apart.
 */
export function looksOf(people: readonly PicturePerson[]): Looks {
  const looks = known.get(people) ?? newLooks(people);
  known.set(people, looks);
  return looks;
}

function newLooks(people: readonly PicturePerson[]): Looks {
  const initials = initialsOf(people.map(({ name }) => name));
  return new Map(
    people.map(({ id, name }, index) => [
      id,
      {
        id,
        name,
        fill: FILLS[index % FILLS.length] ?? FILLS[0],
        mark: MARKS[Math.floor(index / FILLS.length) % MARKS.length] ?? 'plain',
        initials: initials[index] ?? '',
      },
    ]),
  );
}

/** The look of a person. @throws RangeError if the picture was not given the person */
export function lookOf(looks: Looks, id: string): Look {
  const look = looks.get(id);
  if (look === undefined) throw new RangeError(`not among the people of the picture: ${id}`);
  return look;
}
