import { Temporal } from 'temporal-polyfill';
import { skippedText } from '../../time/skippedTime';
import type { Leave } from '../model/leave';
import type { Rotation } from '../model/rotation';
import { id as idSchema } from '../schema/id';
import { leaveEntry, leave as leaveSchema } from '../schema/leave';
import { isUnknown, type Known, reportUnknown } from './known';
import { openYaml } from './openYaml';
import type { Reading } from './reading';
import type { OrganizationFacts } from './readOrganization';

/** Reads `leave.yaml`; local dates and times become instants. */
export function readLeave(
  reading: Reading,
  { people, timeZone: ownZone }: OrganizationFacts,
  rotations: Known<Rotation>,
): Leave[] {
  const file = openYaml(reading, 'leave.yaml', '[]');
  if (file === undefined) return [];
  const whole = file.read(leaveSchema);
  const leaves: Leave[] = [];
  for (const { path, value } of file.listEntries(leaveEntry, [], whole)) {
    // Checked even if another key of the entry has a problem, so that one run reports everything.
    const id = file.peek(idSchema, [...path, 'person']);
    if (id !== undefined && isUnknown(id, people)) {
      const reference = { code: 'LEAV001', id, noun: 'person', nouns: 'people' } as const;
      reportUnknown(reading.problems, file.at([...path, 'person']), reference, people);
    }
    const cover = file.peek(idSchema, [...path, 'cover']);
    if (cover !== undefined && isUnknown(cover, people)) {
      const reference = { code: 'LEAV004', id: cover, noun: 'person', nouns: 'people' } as const;
      reportUnknown(reading.problems, file.at([...path, 'cover']), reference, people);
    }
    if (cover !== undefined && cover === id) {
      reading.problems.error(file.at([...path, 'cover']), {
        code: 'LEAV005',
        message: 'nobody can cover their own leave',
        value: cover,
        wayOut: 'name somebody else, or remove the key: then the next person by the rules covers',
      });
    }
    const rotation = file.peek(idSchema, [...path, 'rotation']);
    if (rotation !== undefined && isUnknown(rotation, rotations)) {
      const reference = { code: 'LEAV009', id: rotation, noun: 'rotation', nouns: 'rotations' } as const;
      reportUnknown(reading.problems, file.at([...path, 'rotation']), reference, rotations);
    }
    const timeZone = people?.get(id ?? '')?.office?.timeZone ?? ownZone;
    if (value === undefined || timeZone === undefined) continue;
    const end = (key: 'from' | 'until') => {
      const local = value[key];
      if (local instanceof Temporal.PlainDate) {
        return (key === 'until' ? local.add({ days: 1 }) : local).toZonedDateTime(timeZone).toInstant();
      }
      const skipped = skippedText(local, timeZone);
      if (skipped === undefined)
        return local.toZonedDateTime(timeZone, { disambiguation: 'earlier' }).toInstant();
      reading.problems.error(file.at([...path, key]), {
        code: 'LEAV003',
        message: skipped,
        value: local.toString({ smallestUnit: 'minute' }),
        wayOut: 'write the time to which the clocks go forward',
      });
      return undefined;
    };
    const from = end('from');
    const until = end('until');
    if (from === undefined || until === undefined) continue;
    if (Temporal.Instant.compare(from, until) >= 0) {
      reading.problems.error(file.at([...path, 'until']), {
        code: 'LEAV002',
        message: 'this leave ends before it starts',
        value: file.raw([...path, 'until']),
        wayOut: 'write a later end: a date includes the whole day, a clock time is the first moment back',
      });
    }
    const person = people?.get(value.person);
    if (person !== undefined) {
      const standIn = value.cover === undefined ? undefined : people?.get(value.cover);
      const gone = standIn?.left
        ?.toZonedDateTime(standIn.office?.timeZone ?? ownZone ?? timeZone)
        .toInstant();
      if (standIn !== undefined && gone !== undefined && Temporal.Instant.compare(until, gone) > 0) {
        reading.problems.error(file.at([...path, 'cover']), {
          code: 'LEAV008',
          message: `${standIn.id} has left by ${standIn.left}, before this leave ends`,
          value: standIn.id,
          wayOut: 'name somebody else, or split this leave on that day',
        });
      }
      leaves.push({
        person,
        from,
        until,
        emergency: value.emergency,
        ...(standIn && { cover: standIn }),
        ...(value.rotation !== undefined && { rotation: value.rotation }),
        source: file.at(path),
      });
    }
  }
  checkOwnRotations(reading, leaves, rotations);
  return leaves;
}

/** Warns of leaves that change nothing: the person is neither in the rotation that they name nor anybody's agreed cover. */
function checkOwnRotations(reading: Reading, leaves: readonly Leave[], rotations: Known<Rotation>): void {
  const agreed = new Set(leaves.map(({ cover }) => cover));
  for (const { person, rotation: id, source } of leaves) {
    const rotation = id === undefined ? undefined : rotations?.get(id);
    if (rotation === undefined || agreed.has(person)) continue;
    if (rotation.versions.some(({ order }) => order.includes(person))) continue;
    reading.problems.warning(source, {
      code: 'LEAV010',
      message: `${person.id} is not in the rotation that this leave names, so the leave changes nothing`,
      value: rotation.id,
      wayOut:
        'name a rotation that they are in, or remove the key: then they are away from everything they do',
    });
  }
}
