import type { Temporal } from 'temporal-polyfill';
import { durationWords } from '../../alerts/durationWords';
import type { Catalog } from '../../catalog';
import { instantJson } from '../../cli/json';
import type { Span } from '../../roster';
import { columnsOf, cutAt } from '../../text/columns';
import { tableText } from '../../text/table';
import { wrapped } from '../../text/wrapped';
import { timeText } from '../../time/localTime';
import type { Covers, Load, PersonLoad } from './figures';

/** What `watchbill load` shows. */
export interface LoadView {
  readonly catalog: Catalog;
  readonly asOf: Temporal.Instant;
  readonly window: Span;
  readonly load: Load;
}

/** Longest bar, in characters. */
const BAR = 40;
/** Longest name in a table, in columns, so that the table fits 80. */
const NAME = 22;

/**
 * The load for programs: `{asOf, from, until, timeZone, people, debts}`, where `people` are
 * `{id, name, turns, hours, nights, weekendDays, holidays, given: {covers, hours}, received:
 * {covers, hours}, balanceHours}` and `debts` are `{debtor, creditor, hours}` with person ids.
 * Hours are rounded to hundredths. `PersonLoad` says what each figure counts.
 */
export function loadJson({ catalog, asOf, window, load }: LoadView): object {
  const { timeZone } = catalog.organization;
  return {
    asOf: instantJson(asOf, timeZone),
    from: instantJson(window.from, timeZone),
    until: instantJson(window.until, timeZone),
    timeZone,
    people: load.people.map((each) => ({
      id: each.person.id,
      name: each.person.name,
      ...personLoadJson(each),
    })),
    debts: load.debts.map(({ debtor, creditor, time }) => ({
      debtor: debtor.id,
      creditor: creditor.id,
      hours: hours(time),
    })),
  };
}

/** One person's figures for programs, without the person. */
export function personLoadJson(load: PersonLoad): object {
  const { turns, onCall, nights, weekendDays, holidays, given, received, balance } = load;
  const coversJson = ({ count, time }: Covers) => ({ covers: count, hours: hours(time) });
  return {
    turns,
    hours: hours(onCall),
    nights,
    weekendDays,
    holidays,
    given: coversJson(given),
    received: coversJson(received),
    balanceHours: hours(balance),
  };
}

/** The load for people: the figures of each, a bar chart, and who owes whom. */
export function loadText({ catalog, window, load }: LoadView): string {
  const { timeZone } = catalog.organization;
  const { people } = load;
  const carried = people.map(({ person, turns, onCall, nights, weekendDays, holidays }) => [
    shortName(person.name),
    ...[turns, hoursText(onCall), nights, weekendDays, holidays].map(String),
  ]);
  return [
    wrapped(
      `On call from ${timeText(window.from, timeZone)} until ${timeText(window.until, timeZone)} (${timeZone})`,
    ),
    tableText(['person', 'turns', 'hours', 'nights', 'weekend days', 'holidays'], carried),
    `\n${chartText(people)}`,
    `\n${coversText(load)}`,
  ].join('');
}

function chartText(people: readonly PersonLoad[]): string {
  const most = Math.max(...people.map(({ onCall }) => onCall.total('hours')), 1);
  const rows = people.map(({ person, onCall }) => [
    shortName(person.name),
    `${'█'.repeat(Math.round((BAR * onCall.total('hours')) / most))} ${hoursText(onCall)}`.trim(),
  ]);
  return tableText(['person', 'hours on call'], rows);
}

function coversText({ people, debts }: Load): string {
  const covering = people.filter(({ given, received }) => given.count + received.count > 0);
  if (covering.length === 0) return 'No covers.\n';
  const cell = ({ count, time }: Covers) => (count === 0 ? '-' : `${count} (${hoursText(time)} h)`);
  const rows = covering.map(({ person, given, received, balance }) => [
    shortName(person.name),
    cell(given),
    cell(received),
    `${balance.sign > 0 ? '+' : ''}${hoursText(balance)} h`,
  ]);
  const owed = debts.map(({ debtor, creditor, time }) =>
    wrapped(`${debtor.name} owes ${creditor.name} ${durationWords(time)}`),
  );
  return `${tableText(['covers', 'given', 'received', 'balance'], rows)}${owed.length === 0 ? '' : '\n'}${owed.join('')}`;
}

/**
 * Hours with at most one decimal.
 * @example
 * hoursText(Temporal.Duration.from({ minutes: 90 })) // '1.5'
 */
export function hoursText(time: Temporal.Duration): string {
  return String(Math.round(time.total('hours') * 10) / 10 || 0);
}

/** A name, shortened if it is too wide for a table. */
export function shortName(name: string, columns = NAME): string {
  return columnsOf(name) <= columns ? name : `${cutAt(name, columns - 1)[0]}…`;
}

/** Hours rounded to hundredths, never minus zero. */
function hours(time: Temporal.Duration): number {
  return Math.round(time.total('hours') * 100) / 100 || 0;
}
