import { type Catalog, officeOf, type Rotation, type VersionShape, versionShape } from '../../../catalog';
import { counted } from '../../../text/counted';
import { type Comparison, idsOf } from './comparison';
import type { ShapeChange } from './diff';
import { hoursWords } from './weeklyHours';

/**
 * Changed offices, duties, hours, hand-offs and turns of everything that exists on both sides, in
 * words. Changes of an office itself are among the settings.
 */
export function shapeChanges({ before, after }: Comparison): ShapeChange[] {
  const [old, present] = [before.catalog, after.catalog];
  const moved = (what: ShapeChange['what'], was: readonly WithOffice[], is: readonly WithOffice[]) =>
    movedIds(was, is).map(([one, other]): ShapeChange => {
      const [from, to] = [officeWords(old, one), officeWords(present, other)];
      return { what, id: other.id, key: 'office', before: from, after: to };
    });
  const facts = present.rotations.flatMap((rotation) => {
    const known = old.rotations.find(({ id }) => id === rotation.id);
    if (known === undefined) return [];
    const was = new Map(rotationFacts(known));
    return rotationFacts(rotation).flatMap(([key, is]): ShapeChange[] => {
      const before = was.get(key) ?? is;
      return before === is ? [] : [{ what: 'rotation', id: rotation.id, key, before, after: is }];
    });
  });
  return [
    ...moved('rotation', old.rotations, present.rotations),
    ...facts,
    ...moved('person', old.people, present.people),
    ...moved('pipeline', old.pipelines, present.pipelines),
  ];
}

/** Ids of everything that exists on both sides and names another office. */
export function movedIds(
  before: readonly WithOffice[],
  after: readonly WithOffice[],
): readonly (readonly [was: WithOffice, is: WithOffice])[] {
  return idsOf(after, before).flatMap((id) => {
    const [was, is] = [before, after].map((all) => all.find((each) => each.id === id));
    return was === undefined || is === undefined || was.office?.id === is.office?.id ? [] : [[was, is]];
  });
}

/** What may name an office. */
export type WithOffice = Pick<
  Catalog['people' | 'pipelines' | 'rotations'][number],
  'id' | 'name' | 'office'
>;

function rotationFacts(rotation: Rotation): readonly (readonly [ShapeChange['key'], string])[] {
  return [
    ['duty', rotation.duty],
    ['hours', versionWords(rotation, ({ hours }) => hoursWords(hours))],
    [
      'handOff',
      versionWords(
        rotation,
        ({ handOff: { day, at } }) => `${day} ${at.toString({ smallestUnit: 'minute' })}`,
      ),
    ],
    ['turn', versionWords(rotation, ({ turnDays }) => counted(turnDays, 'day'))],
  ];
}

/**
 * One property of a rotation in words, with those of its versions and the dates from which they hold.
 * @example
 * '7 days, from 2026-12-07 1 day'
 */
function versionWords(rotation: Rotation, words: (shape: VersionShape) => string): string {
  const own = words(rotation);
  if (rotation.versions.every((version) => words(versionShape(rotation, version)) === own)) return own;
  return rotation.versions
    .map((version) => ({ from: version.from, text: words(versionShape(rotation, version)) }))
    .filter(({ text }, index, all) => text !== all[index - 1]?.text)
    .map(({ from, text }, index) => (index === 0 ? text : `from ${from} ${text}`))
    .join(', ');
}

/**
 * An office with its zone, in words.
 * @example
 * officeWords(catalog, person) // 'London (Europe/London)'
 */
export function officeWords(catalog: Catalog, each: Pick<WithOffice, 'office'>): string {
  const { name, timeZone } = officeOf(catalog, each);
  return `${name} (${timeZone})`;
}
