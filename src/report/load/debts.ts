import { Temporal } from 'temporal-polyfill';
import type { Person } from '../../catalog';
import type { Shift } from '../../roster';
import { lengthOf } from './lengthOf';
import type { Debt } from './load';

/** What is left between each two people when the covers that they stood for each other are set off. */
export function debtsOf(people: readonly Person[], shifts: readonly Shift[]): readonly Debt[] {
  const debts = people.flatMap((one, index) =>
    people.slice(index + 1).flatMap((other) => debtBetween(one, other, shifts)),
  );
  return debts.sort((a, b) => Temporal.Duration.compare(b.time, a.time));
}

function debtBetween(one: Person, other: Person, shifts: readonly Shift[]): Debt[] {
  const owed = covered(one, other, shifts).subtract(covered(other, one, shifts));
  if (owed.sign === 0) return [];
  return [
    owed.sign > 0
      ? { debtor: one, creditor: other, time: owed }
      : { debtor: other, creditor: one, time: owed.negated() },
  ];
}

/** How long one person was covered by another. */
function covered(rostered: Person, standIn: Person, shifts: readonly Shift[]): Temporal.Duration {
  const theirs = shifts.filter(
    (shift) =>
      shift.reason === 'cover' && shift.rostered.id === rostered.id && shift.onDuty.id === standIn.id,
  );
  return lengthOf(theirs);
}
