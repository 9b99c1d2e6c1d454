import type { Absence, Shift } from '../roster';

/**
 * Why somebody stands, for people; empty where it is simply their turn.
 * @example
 * reasonText(shift) // 'covers Thiru: Deepavali, leave'
 */
export function reasonText({ reason, rostered, absences }: Shift): string {
  if (reason === 'rotation') return '';
  const why = [...new Set(absences.flatMap(absenceWords))].join(', ');
  if (reason === 'cover') return `covers ${rostered.name}: ${why}`;
  return `CLASH, all away: ${why}`;
}

function absenceWords(absence: Absence): string[] {
  if (absence.kind === 'holiday') return absence.holidays.map(({ name }) => name);
  return [absence.leave.emergency ? 'emergency leave' : 'leave'];
}
