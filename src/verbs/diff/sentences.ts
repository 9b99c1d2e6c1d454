import { Temporal } from 'temporal-polyfill';
import { reasonText } from '../../cli/reason';
import { counted } from '../../text/counted';
import { listText, shortTimeText, timeText } from '../../time/localTime';
import { repeatText, type Series, seriesOf } from '../../time/series';
import { hoursText, type PersonLoad } from '../load/load';
import type { Diff, LoadChange, Ownership, RuleChange, RunbookChange, ShiftChange } from './changes';
import { Names } from './names';
import { changesWhoIsPaged, pagingTexts } from './pagingWords';
import type { DiffView } from './view';

/** Changed shifts of the same two people that are listed as one. */
export type ShiftSeries = Series<ShiftChange>;

/** What changes, in a few sentences; the first is about people. */
export function summaryOf({ diff, after, before }: DiffView): string {
  const { shifts, warnings } = diff;
  const others = otherCounts(diff);
  const names = new Names(after, before);
  const onCall =
    shifts.length > 0
      ? shiftsText(shifts, names, after.organization.timeZone)
      : before !== undefined && changesWhoIsPaged(diff)
        ? 'No shift changes, but who is paged does.'
        : 'No shift changes.';
  const paging = before === undefined ? [] : pagingTexts(diff, names);
  const rest = others.length === 0 ? 'Nothing else changes.' : `Also changed: ${listText(others)}.`;
  const count = warnings.length === 0 ? '' : ` ${counted(warnings.length, 'warning')}.`;
  return `${[onCall, ...paging].join(' ')} ${rest}${count}`;
}

function shiftsText(shifts: readonly ShiftChange[], names: Names, timeZone: string): string {
  const rotations = [...new Set(shifts.map(({ rotation }) => names.rotation(rotation)))];
  const [first, ...later] = [...shifts].sort((a, b) => Temporal.Instant.compare(a.from, b.from));
  if (first === undefined) return '';
  const when = `from ${timeText(first.from, timeZone)} until ${shortTimeText(first.until, timeZone, first.from)}`;
  const where = `in ${rotations.length > 3 ? counted(rotations.length, 'rotation') : listText(rotations)}`;
  return later.length === 0
    ? `One shift changes ${where}: ${when}, ${changeText(first, names)}.`
    : `${shifts.length} shifts change ${where}, the first ${when}: ${changeText(first, names)}.`;
}

function changeText({ before, after }: ShiftChange, names: Names): string {
  return `${names.person(after?.onDuty)} instead of ${names.person(before?.onDuty)}`;
}

function otherCounts(diff: Diff): string[] {
  const { rotations, owners, escalations, rules, runbooks, shapes, names, settings } = diff;
  return (
    [
      [rotations.length, 'rotation'],
      [owners.length, 'pipeline owner'],
      [escalations.length, 'escalation'],
      [rules.length, 'difference', 'in alert rules'],
      [runbooks.length, 'runbook section'],
      [shapes.length, 'difference', 'in offices, duties and hours'],
      [names.length, 'name'],
      [settings.length, 'setting'],
    ] as const
  )
    .filter(([count]) => count > 0)
    .map(([count, noun, where]) => `${counted(count, noun)}${where === undefined ? '' : ` ${where}`}`);
}

/** The changed shifts of a rotation, in rows of {@link shiftCells}. */
export function shiftRows(changes: readonly ShiftChange[], timeZone: string): readonly ShiftSeries[] {
  return seriesOf(changes, timeZone, (change) =>
    [change.before?.onDuty.id, change.after?.onDuty.id, whyText(change)].join('\n'),
  );
}

/** A changed shift, or the first of several: from, until, before, after, and how often and why. */
export function shiftCells(
  series: ShiftSeries,
  timeZone: string,
  names: Names,
): readonly [string, string, string, string, string] {
  const { from, until, before, after } = series.first;
  return [
    timeText(from, timeZone),
    shortTimeText(until, timeZone, from),
    names.person(before?.onDuty),
    names.person(after?.onDuty),
    [repeatText(series, timeZone), whyText(series.first)].filter((text) => text !== '').join('; '),
  ];
}

function whyText({ reason, after, isOutsideHours }: ShiftChange): string {
  if (reason === 'removed') return 'the rotation is removed';
  if (isOutsideHours === true) return 'outside its hours';
  return after === undefined ? 'before the first version' : reasonText(after);
}

/** Who owns a pipeline, by name. */
export function ownershipText(ownership: Ownership | undefined, names: Names): string {
  if (ownership === undefined) return 'nobody';
  const { primary, secondary, coverage, rotation } = ownership;
  const cover = rotation === undefined ? coverage : `${coverage} in ${names.rotation(rotation)}`;
  return `${names.owner(primary)}, then ${names.owner(secondary)}; ${cover}`;
}

/** A rule's value before or after. */
export function ruleText(value: string | undefined): string {
  return value ?? 'none';
}

/**
 * The change of a rule, e.g. `loosened`, `metric added`.
 * @example
 * ruleChangeText(change) // 'metric added'
 */
export function ruleChangeText({ what, change }: RuleChange): string {
  if (what === 'rule' || change === 'loosened' || change === 'tightened') return change;
  return `${what === 'failureClass' ? 'failure class' : what} ${change}`;
}

/** A section with its page. */
export function sectionText({ file, section }: RunbookChange): string {
  return section === undefined ? `${file} (whole page)` : `${file}: ${section}`;
}

/** The column heads of {@link loadCells}. */
export const LOAD_HEAD = ['person', 'turns', 'hours', 'nights', 'weekend', 'holidays', 'owed'] as const;

/** What the figures of {@link loadCells} count. */
export const LOAD_NOTE =
  'Hours, nights and days count once for a person who is on call in two rotations at once. Owed: hours covered for others minus hours covered by others.';

/** What a person carries before and after; an unchanged figure appears once. */
export function loadCells(
  { person, before, after }: LoadChange,
  arrow: string,
  names: Names,
): readonly string[] {
  const cell = (figure: (load: PersonLoad) => string) => {
    const [was, is] = [before, after].map((load) => (load === undefined ? '0' : figure(load)));
    return was === is ? `${is}` : `${was}${arrow}${is}`;
  };
  return [
    names.person(person),
    cell(({ turns }) => String(turns)),
    cell(({ onCall }) => hoursText(onCall)),
    cell(({ nights }) => String(nights)),
    cell(({ weekendDays }) => String(weekendDays)),
    cell(({ holidays }) => String(holidays)),
    cell(({ balance }) => hoursText(balance)),
  ];
}
