import type { Responder } from '../../../../catalog';
import { contains, type Watch } from '../../../../roster';
import { sameEmail } from '../../../../text/email';
import type { Comparison, RosteredSide } from '../comparison';
import type { Warning } from '../diff';
import { rotationText } from './phrases';

/** People on call as of `asOf` who are no longer in the data (DIFF007). */
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
        message: `${comparison.names.of(running)} is removed, and is on call now in ${where}`,
      },
    ];
  });
}

/** People and desks with another log-in: the same name, another phone (DIFF008). */
export function logInWarnings({ before, after }: Comparison): Warning[] {
  const old = pagedLogIns(before);
  return [...pagedLogIns(after)].flatMap(([id, { name, email }]): Warning[] => {
    const was = old.get(id);
    if (was === undefined || sameEmail(was.email, email)) return [];
    const message = `${name} is paged as ${email} instead of ${was.email} after the next deploy`;
    return [{ code: 'DIFF008', message }];
  });
}

interface PagedLogIn {
  readonly name: string;
  readonly email: string;
}

/** The log-ins that can be paged: everybody in a roster, and the primary owners of on-call pipelines. Teams and people share one namespace. */
function pagedLogIns({ catalog, rosters, persons }: RosteredSide): ReadonlyMap<string, PagedLogIn> {
  const shifts: readonly Watch<Responder>[] = [...rosters.values(), ...persons.values()].flatMap(
    (roster) => roster.shifts,
  );
  const onCall = shifts.map(({ onDuty }) => onDuty);
  const logIns = new Map<string, PagedLogIn>(onCall.map((person) => [person.id, person]));
  for (const { coverage, primary } of catalog.pipelines) {
    if (coverage !== 'on-call') continue;
    if (primary.kind === 'person') logIns.set(primary.person.id, primary.person);
    else if (primary.team.desk !== undefined) logIns.set(primary.team.id, primary.team.desk);
  }
  return logIns;
}
