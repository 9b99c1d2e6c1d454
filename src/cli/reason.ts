import type { Responder } from '../catalog';
import type { Absence, Watch } from '../roster';

/**
 * Why somebody is on call, for people; empty if it is simply their turn.
 * @example
 * reasonText(shift) // 'covers Thiru: Deepavali, leave'
 */
export function reasonText({ reason, rostered, absences, onDuty }: Watch<Responder>): string {
  if (reason === 'rotation') return '';
  const gone = absences.filter(({ kind }) => kind === 'left');
  // Once somebody has left, their holidays no longer matter.
  const why = [...new Set((gone.length > 0 ? gone : absences).flatMap(absenceWords))].join(', ');
  if (reason !== 'cover') return `CLASH, all away: ${why}`;
  const agreed = absences.some((absence) => absence.kind === 'leave' && absence.leave.cover === onDuty);
  return `covers ${rostered.name}${agreed ? ' as agreed' : ''}: ${why}`;
}

function absenceWords(absence: Absence): string[] {
  if (absence.kind === 'left') return ['left'];
  if (absence.kind === 'duty') return [`on call in ${absence.rotation.name}`];
  if (absence.kind === 'holiday') return absence.holidays.map(({ name }) => name);
  return [absence.leave.emergency ? 'emergency leave' : 'leave'];
}
