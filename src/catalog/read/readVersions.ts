import type * as z from 'zod';
import type { HandOff, Hours, RotationVersion } from '../model/rotation';
import { WEEKDAYS } from '../model/weekday';
import type { rotation as rotationSchema } from '../schema/rotation';
import { checkBeginnings } from './checkBeginnings';
import { checkLeavers } from './checkLeavers';
import { isUnknown, reportUnknown } from './known';
import type { Reading } from './reading';
import type { OrganizationFacts } from './readOrganization';
import { weekOf } from './workTimes';
import type { YamlFile } from './yamlFile';

type GivenRotation = z.output<typeof rotationSchema>;

/** Reads the versions of a rotation: each order, when it takes over, and what it does differently from the rotation. */
export function readVersions(
  reading: Reading,
  file: YamlFile,
  rotation: string,
  given: GivenRotation,
  facts: OrganizationFacts,
): RotationVersion[] {
  checkBeginnings(reading, file, rotation, given, facts);
  const versions = given.versions.map(({ from, order, turn, handOff, hours }, index) => {
    const path = [rotation, 'versions', index];
    const people = order.flatMap((id, position) => {
      checkMember(reading, file, [...path, 'order', position], id, order.indexOf(id) < position, facts);
      return facts.people?.get(id) ?? [];
    });
    const own = handOff && handOffOf(handOff, facts.handOff);
    return {
      from,
      order: people,
      ...(turn !== undefined && { turnDays: turn }),
      ...(own && { handOff: own }),
      ...(hours && { hours: hoursOf(hours) }),
      source: file.at(path),
    };
  });
  checkLeavers(reading, versions, given.turn);
  return versions;
}

function checkMember(
  reading: Reading,
  file: YamlFile,
  path: (string | number)[],
  id: string,
  again: boolean,
  { people, teams }: OrganizationFacts,
): void {
  if (again) {
    reading.problems.error(file.at(path), {
      code: 'ROTA005',
      message: 'this person is in the order twice',
      value: id,
      wayOut: 'remove one: each person has one turn per round',
    });
  } else if (isUnknown(id, people)) {
    if (teams?.has(id)) {
      reading.problems.error(file.at(path), {
        code: 'ROTA002',
        message: 'this is a team, but only people can be on call',
        value: id,
        wayOut: 'name people of the team',
      });
    } else {
      const reference = { code: 'ROTA002', id, noun: 'person', nouns: 'people' } as const;
      reportUnknown(reading.problems, file.at(path), reference, people);
    }
  }
}

/** A hand-off whose keys may be left out; undefined if they cannot be read elsewhere either. */
export function handOffOf(
  given: GivenRotation['handOff'],
  inherited: HandOff | undefined,
): HandOff | undefined {
  const [day, at] = [given?.day ?? inherited?.day, given?.at ?? inherited?.at];
  return day && at && { day, at };
}

/** Hours with their days, by default all. */
export function hoursOf(given: NonNullable<GivenRotation['hours']>): Hours {
  return { ...given, days: weekOf(given.days ?? WEEKDAYS) };
}
