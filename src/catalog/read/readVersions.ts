import { Temporal } from 'temporal-polyfill';
import type * as z from 'zod';
import type { RotationVersion } from '../model/rotation';
import { isoWeekday } from '../model/weekday';
import type { rotation as rotationSchema } from '../schema/rotation';
import { checkLeavers } from './checkLeavers';
import { isUnknown, reportUnknown } from './known';
import type { Reading } from './reading';
import type { OrganizationFacts } from './readOrganization';
import type { YamlFile } from './yamlFile';

type GivenRotation = z.output<typeof rotationSchema>;

/** Reads the versions of a rotation: each order, and when it takes over. */
export function readVersions(
  reading: Reading,
  file: YamlFile,
  rotation: string,
  given: GivenRotation,
  facts: OrganizationFacts,
): RotationVersion[] {
  checkBeginnings(reading, file, rotation, given, facts);
  const versions = given.versions.map(({ from, order }, index) => {
    const path = [rotation, 'versions', index];
    const people = order.flatMap((id, position) => {
      checkMember(reading, file, [...path, 'order', position], id, order.indexOf(id) < position, facts);
      return facts.people?.get(id) ?? [];
    });
    return { from, order: people, source: file.at(path) };
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
      wayOut: 'remove one: everybody takes turns equally',
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

/** The first version starts on the weekday of the hand-off, each later one when a turn of the version before it would. */
function checkBeginnings(
  reading: Reading,
  file: YamlFile,
  rotation: string,
  { versions, turn }: GivenRotation,
  { handOff }: OrganizationFacts,
): void {
  versions.forEach(({ from }, index) => {
    const location = file.at([rotation, 'versions', index, 'from']);
    const before = versions[index - 1]?.from;
    if (before === undefined) {
      if (handOff === undefined || from.dayOfWeek === isoWeekday(handOff.day)) return;
      const early = from.subtract({ days: (from.dayOfWeek - isoWeekday(handOff.day) + 7) % 7 });
      reportBeginning(reading, location, from, early, 7, `not a ${handOff.day}, the day of the hand-off`);
      return;
    }
    const apart = before.until(from, { largestUnit: 'days' }).days;
    if (apart <= 0) {
      reading.problems.error(location, {
        code: 'ROTA004',
        message: `this version does not start after the previous one (${before})`,
        value: from.toString(),
        wayOut: 'write versions oldest first, each with a later date',
      });
    } else if (apart % turn !== 0) {
      const early = from.subtract({ days: apart % turn });
      const next = Temporal.PlainDate.compare(early, before) > 0 ? early : early.add({ days: turn });
      reportBeginning(
        reading,
        location,
        from,
        next,
        turn,
        'no turn of the previous version starts on this day',
      );
    }
  });
}

function reportBeginning(
  reading: Reading,
  location: Parameters<Reading['problems']['error']>[0],
  from: Temporal.PlainDate,
  allowed: Temporal.PlainDate,
  step: number,
  message: string,
): void {
  reading.problems.error(location, {
    code: 'ROTA003',
    message,
    value: from.toString(),
    wayOut: `write ${allowed} or ${allowed.add({ days: step })}`,
  });
}
