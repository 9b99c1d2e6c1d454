import { Temporal } from 'temporal-polyfill';
import type { Person } from '../../catalog';
import type { Shift } from '../../roster';
import { type Debt, lengthOf } from './figures';

/** What each two people owe each other once their covers have been offset. */
export function debtsOf(people: readonly Person[], shifts: readonly Shift[]): readonly Debt[] {
  const covers = coversByPair(shifts);
  const length = (rostered: Person, standIn: Person) => lengthOf(covers.get(pairOf(rostered, standIn)) ?? []);
  const debts = people.flatMap((one, index) =>
    people.slice(index + 1).flatMap((other): Debt[] => {
      if (!covers.has(pairOf(one, other)) && !covers.has(pairOf(other, one))) return [];
      const owed = length(one, other).subtract(length(other, one));
      if (owed.sign === 0) return [];
      return owed.sign > 0
        ? [{ debtor: one, creditor: other, time: owed }]
        : [{ debtor: other, creditor: one, time: owed.negated() }];
    }),
  );
  return debts.sort((a, b) => Temporal.Duration.compare(b.time, a.time));
}

function coversByPair(shifts: readonly Shift[]): ReadonlyMap<string, readonly Shift[]> {
  const pairs = new Map<string, Shift[]>();
  for (const shift of shifts) {
    if (shift.reason !== 'cover') continue;
    const pair = pairOf(shift.rostered, shift.onDuty);
    pairs.set(pair, [...(pairs.get(pair) ?? []), shift]);
  }
  return pairs;
}

/** The key of who was covered and who covered; ids contain no spaces. */
function pairOf(rostered: Person, standIn: Person): string {
  return `${rostered.id} ${standIn.id}`;
}
