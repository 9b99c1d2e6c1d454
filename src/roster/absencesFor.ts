import type { Absence } from './shift';

/** Each person's absences by id: what `absences` returned, or part of it. */
export type AbsencesByPerson = Pick<ReadonlyMap<string, readonly Absence[]>, 'get'>;

/**
 * The absences that count for one rotation: a leave that names another rotation does not.
 * @param rotation id of a rotation; undefined for people who are paged by name and for mails,
 *   where a leave that names a rotation never counts
 */
export function absencesFor(byPerson: AbsencesByPerson, rotation: string | undefined): AbsencesByPerson {
  const counts = (absence: Absence) => {
    const only = limitOf(absence);
    return only === undefined || only === rotation;
  };
  return {
    get: (id) => {
      const all = byPerson.get(id);
      return all?.every(counts) === false ? all.filter(counts) : all;
    },
  };
}

/** Id of the only rotation for which an absence counts; undefined if it counts for everything that the person does. */
export function limitOf(absence: Absence): string | undefined {
  return absence.kind === 'leave' ? absence.leave.rotation : undefined;
}
