import { overlap, type Span } from '../time/span';
import type { Absence } from './shift';

/** The absences that have time in common with a span; the list itself where all do, which keeps long rosters small. */
export function touching(absences: readonly Absence[], span: Span): readonly Absence[] {
  const outside = absences.some((absence) => !overlap(absence, span));
  return outside ? absences.filter((absence) => overlap(absence, span)) : absences;
}
