import type { Temporal } from 'temporal-polyfill';
import { durationWords } from '../../alerts/durationWords';
import { type Catalog, officeOf } from '../../catalog';
import { instantJson } from '../../cli/json';
import { hasSeveralZones, type Span } from '../../roster';
import { columnsOf, cutAt } from '../../text/columns';
import { tableText } from '../../text/table';
import { wrapped } from '../../text/wrapped';
import { timeText } from '../../time/localTime';
import type { Carried, Covers, Load, PersonLoad } from './figures';

/** What `watchbill load` shows. */
export interface LoadView {
  readonly catalog: Catalog;
  readonly asOf: Temporal.Instant;
  readonly window: Span;
  readonly load: Load;
}

/** Heads of the columns of {@link figures}. */
const FIGURES = ['turns', 'hours', 'nights', 'weekend days', 'holidays'];
/** Longest bar, in characters. */
const BAR = 40;
/** Longest name in a table, in columns, so that the table fits 80. */
const NAME = 22;

/**
 * The load for programs: `{asOf, from, until, timeZone, people, debts}`, where `people` are
 * `{id, name, turns, hours, nights, weekendDays, holidays, given: {covers, hours}, received:
 * {covers, hours}, balanceHours, timeZone, duties: [{duty, hours, nights, weekendDays, holidays,
 * rotations: [{rotation, turns, hours, nights, weekendDays, holidays}]}]}` and `debts` are `{debtor, creditor, hours}` with person ids.
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
      timeZone: officeOf(catalog, each.person).timeZone,
      duties: each.duties.map(({ duty, rotations, ...carried }) => ({
        duty,
        ...carriedJson(carried),
        rotations: rotations.map(({ rotation, turns, ...own }) => ({
          rotation: rotation.id,
          turns,
          ...carriedJson(own),
        })),
      })),
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
  const { turns, given, received, balance } = load;
  const coversJson = ({ count, time }: Covers) => ({ covers: count, hours: hours(time) });
  return {
    turns,
    ...carriedJson(load),
    given: coversJson(given),
    received: coversJson(received),
    balanceHours: hours(balance),
  };
}

function carriedJson({ onCall, nights, weekendDays, holidays }: Carried): object {
  return { hours: hours(onCall), nights, weekendDays, holidays };
}

/** The load for people: the figures of each, by duty and rotation too, a bar chart, and who owes whom. */
export function loadText({ catalog, window, load }: LoadView): string {
  const { timeZone } = catalog.organization;
  const { people } = load;
  const carried = people.map((each) => [shortName(each.person.name), ...figures(each)]);
  return [
    wrapped(
      `On call from ${timeText(window.from, timeZone)} until ${timeText(window.until, timeZone)} (${timeZone})`,
    ),
    ...(hasSeveralZones(catalog)
      ? [wrapped("Nights, weekend days and holidays are those of each person's office.")]
      : []),
    tableText(['person', ...FIGURES], carried),
    ...(catalog.rotations.length > 1
      ? [`\n${dutiesText(people, catalog.organization.duties.length > 1)}`]
      : []),
    `\n${chartText(people)}`,
    `\n${coversText(load)}`,
  ].join('');
}

/** A row per person, duty and rotation. With several duties, each is named, and has a row for all of its rotations. */
function dutiesText(people: readonly PersonLoad[], hasDuties: boolean): string {
  const rows = people.flatMap(({ person, duties }) =>
    duties.flatMap(({ duty, rotations, ...carried }) => {
      const turns = rotations.reduce((sum, each) => sum + each.turns, 0);
      const all = hasDuties && rotations.length > 1 ? [['all', ...figures({ turns, ...carried })]] : [];
      return [...rotations.map((each) => [each.rotation.id, ...figures(each)]), ...all].map((row) => [
        shortName(person.name),
        ...(hasDuties ? [duty] : []),
        ...row,
      ]);
    }),
  );
  return tableText(['person', ...(hasDuties ? ['duty'] : []), 'rotation', ...FIGURES], rows);
}

function figures({ turns, onCall, nights, weekendDays, holidays }: Carried & { turns: number }): string[] {
  return [turns, hoursText(onCall), nights, weekendDays, holidays].map(String);
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
