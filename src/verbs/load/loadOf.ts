import { Temporal } from 'temporal-polyfill';
import { type Catalog, type Office, officeOf, type Person } from '../../catalog';
import { isBefore, later, type RotationRoster, type Shift, type Span } from '../../roster';
import { debtsOf } from './debts';
import { type Covers, type Load, lengthOf, type PersonLoad } from './figures';
import { touchedDays } from './touchedDays';

/**
 * Who carries how much in the window of the rosters.
 * @param rosters of all rotations, clipped to the window
 * @example
 * loadOf(catalog, rosterOfCatalog(catalog, window)).people[0];
 * // Aidil: 6 turns, PT672H on call, 28 nights, 8 weekend days, 1 holiday, 1 cover given
 */
export function loadOf(catalog: Catalog, rosters: readonly RotationRoster[]): Load {
  const shifts = rosters.flatMap((roster) => roster.shifts);
  const people = catalog.people.map((person) =>
    personLoad(person, officeOf(catalog, person), rosters, shifts),
  );
  return { people, debts: debtsOf(catalog.people, shifts) };
}

function personLoad(
  person: Person,
  office: Office,
  rosters: readonly RotationRoster[],
  shifts: readonly Shift[],
): PersonLoad {
  const own = shifts.filter(({ onDuty }) => onDuty.id === person.id);
  const times = withoutOverlap(own);
  const covers = shifts.filter(({ reason }) => reason === 'cover');
  const given = coversOf(covers.filter(({ onDuty }) => onDuty.id === person.id));
  const received = coversOf(covers.filter(({ rostered }) => rostered.id === person.id));
  return {
    person,
    turns: turnCount(person, rosters),
    onCall: lengthOf(times),
    ...touchedDays(office, times),
    given,
    received,
    balance: given.time.subtract(received.time),
  };
}

function turnCount(person: Person, rosters: readonly RotationRoster[]): number {
  const turns = rosters.map(({ shifts }) => {
    const own = shifts.filter(({ onDuty }) => onDuty.id === person.id);
    return new Set(own.map(({ turn }) => turn.from.epochNanoseconds)).size;
  });
  return turns.reduce((sum, count) => sum + count, 0);
}

function coversOf(shifts: readonly Shift[]): Covers {
  return { count: shifts.length, time: lengthOf(shifts) };
}

/** Spans in order, with those that overlap or meet merged. */
function withoutOverlap(spans: readonly Span[]): readonly Span[] {
  const sorted = [...spans].sort((a, b) => Temporal.Instant.compare(a.from, b.from));
  const merged: Span[] = [];
  for (const { from, until } of sorted) {
    const last = merged.at(-1);
    if (last === undefined || isBefore(last.until, from)) merged.push({ from, until });
    else merged[merged.length - 1] = { from: last.from, until: later(last.until, until) };
  }
  return merged;
}
