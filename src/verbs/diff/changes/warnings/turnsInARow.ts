import type { Temporal } from 'temporal-polyfill';
import type { Person } from '../../../../catalog';
import { isBefore, overlap, type RotationRoster, type Shift, type Span } from '../../../../roster';
import { spanText } from '../../../../time/localTime';
import type { Comparison } from '../comparison';
import type { Warning } from '../diff';
import { rotationText } from './phrases';

/** Consecutive turns of one rotation that one person is on call for. */
export interface Row extends Span {
  readonly person: Person;
  readonly turns: number;
}

/**
 * People with more turns of a rotation in a row than before (DIFF003). A turn counts for
 * everybody on call for at least half of it: covering a day of the previous week, which is
 * the rule, does not make a second week.
 */
export function rowWarnings(comparison: Comparison): Warning[] {
  const { before, after, window, timeZone, names } = comparison;
  return [...after.rosters].flatMap(([rotation, roster]) => {
    const known = before.rosters.get(rotation);
    const old = known === undefined ? [] : rowsOf(known);
    return rowsOf(roster)
      .filter((row) => isBefore(window.from, row.until) && !old.some((other) => includes(other, row)))
      .map(({ person, turns, ...span }) => ({
        code: 'DIFF003' as const,
        message: `${names.of(person)} now has ${turns} turns in a row in ${rotationText(comparison, rotation)}, ${spanText(span, timeZone)}`,
      }));
  });
}

/** All maximal rows of at least two turns. */
function rowsOf(roster: RotationRoster): readonly Row[] {
  const rows: Row[] = [];
  let running: Row[] = [];
  for (const { span, people } of turnsOf(roster)) {
    const next = people.map((person) => {
      const row = running.find((each) => each.person.id === person.id);
      return { person, from: row?.from ?? span.from, until: span.until, turns: (row?.turns ?? 0) + 1 };
    });
    rows.push(...running.filter(({ person }) => !people.some(({ id }) => id === person.id)));
    running = next;
  }
  return [...rows, ...running].filter(({ turns }) => turns > 1);
}

interface SharedTurn {
  readonly span: Span;
  /** Everybody on call for at least half of it: at most two. */
  readonly people: readonly Person[];
}

function turnsOf({ shifts }: RotationRoster): readonly SharedTurn[] {
  const byTurn = new Map<bigint, Shift[]>();
  for (const shift of shifts) {
    const begin = shift.turn.from.epochNanoseconds;
    byTurn.set(begin, [...(byTurn.get(begin) ?? []), shift]);
  }
  return [...byTurn.values()].flatMap((own) => {
    const span = own[0]?.turn;
    if (span === undefined) return [];
    const times = new Map<Person, bigint>();
    for (const { onDuty, from, until } of own)
      times.set(onDuty, (times.get(onDuty) ?? 0n) + length(from, until));
    const half = length(span.from, span.until);
    return [{ span, people: [...times].filter(([, time]) => time * 2n >= half).map(([person]) => person) }];
  });
}

function length(from: Temporal.Instant, until: Temporal.Instant): bigint {
  return until.epochNanoseconds - from.epochNanoseconds;
}

function includes(old: Row, row: Row): boolean {
  return old.person.id === row.person.id && old.turns >= row.turns && overlap(old, row);
}
