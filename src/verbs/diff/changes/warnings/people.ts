import type { Responder } from '../../../../catalog';
import { contains, type Watch } from '../../../../roster';
import { sameEmail } from '../../../../text/email';
import type { Comparison, RosteredSide } from '../comparison';
import type { Warning } from '../diff';
import { rotationText } from './phrases';

/** People who stand as of the day that is looked at, and are no longer in the data (DIFF007). */
export function removedPeopleWarnings(comparison: Comparison): Warning[] {
  const { before, after, window } = comparison;
  const present = new Set(after.catalog.people.map(({ id }) => id));
  return [...before.rosters].flatMap(([rotation, { shifts }]) => {
    const running = shifts.find((shift) => contains(shift, window.from))?.onDuty;
    if (running === undefined || present.has(running.id)) return [];
    const where = rotationText(comparison, rotation);
    return [
      {
        code: 'DIFF007' as const,
        message: `${comparison.names.of(running)} is removed, and is on watch now in ${where}`,
      },
    ];
  });
}

/** People and desks who are paged by another log-in: the same person by name, another telephone (DIFF008). */
export function logInWarnings({ before, after }: Comparison): Warning[] {
  const old = logInsOf(before);
  return [...logInsOf(after)].flatMap(([id, { name, email }]): Warning[] => {
    const was = old.get(id);
    if (was === undefined || sameEmail(was.email, email)) return [];
    const message = `${name} is paged as ${email} instead of ${was.email} after the next deploy`;
    return [{ code: 'DIFF008', message }];
  });
}

interface LogIn {
  readonly name: string;
  readonly email: string;
}

/** Whoever is paged: who stands, also in for somebody who is paged by name, and the primary owners of on-call pipelines. Teams and people share one namespace. */
function logInsOf({ catalog, rosters, persons }: RosteredSide): ReadonlyMap<string, LogIn> {
  const shifts: readonly Watch<Responder>[] = [...rosters.values(), ...persons.values()].flatMap(
    (roster) => roster.shifts,
  );
  const standing = shifts.map(({ onDuty }) => onDuty);
  const logIns = new Map<string, LogIn>(standing.map((person) => [person.id, person]));
  for (const { coverage, primary } of catalog.pipelines) {
    if (coverage !== 'on-call') continue;
    if (primary.kind === 'person') logIns.set(primary.person.id, primary.person);
    else if (primary.team.desk !== undefined) logIns.set(primary.team.id, primary.team.desk);
  }
  return logIns;
}
