import { overlap, type Span } from '../time/span';
import type { Absence } from './shift';

/** The absences that overlap a span; the same list if all of them do, which saves memory in long rosters. */
export function touching(absences: readonly Absence[], span: Span): readonly Absence[] {
  const outside = absences.some((absence) => !overlap(absence, span));
  return outside ? absences.filter((absence) => overlap(absence, span)) : absences;
}
