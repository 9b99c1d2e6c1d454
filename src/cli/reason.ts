import type { Absence, Shift } from '../roster';
import { listText } from '../roster/localTime';

/**
 * Why somebody stands, for people; empty where it is simply their turn.
 * @example
 * reasonText(shift) // 'covers Thiru (leave)'
 */
export function reasonText({ reason, rostered, absences }: Shift): string {
  if (reason === 'rotation') return '';
  const why = listText([...new Set(absences.map(absenceText))]);
  if (reason === 'cover') return `covers ${rostered.name} (${why})`;
  return `CLASH: everybody is away; ${rostered.name} keeps the watch (${why})`;
}

function absenceText(absence: Absence): string {
  if (absence.kind === 'leave') return absence.leave.emergency ? 'emergency leave' : 'leave';
  const names = listText([...new Set(absence.holidays.map(({ name }) => name))]);
  return absence.replacement ? `${names}, replacement day` : names;
}
