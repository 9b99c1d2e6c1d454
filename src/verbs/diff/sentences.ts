import { Temporal } from 'temporal-polyfill';
import { reasonText } from '../../cli/reason';
import { counted } from '../../text/counted';
import { listText, shortTimeText, timeText } from '../../time/localTime';
import { hoursText, type PersonLoad } from '../load/load';
import type { Diff, LoadChange, Ownership, RuleChange, RunbookChange, ShiftChange } from './changes';
import { Names } from './names';
import { isAnybodyPagedOtherwise, pagingTexts } from './pagingWords';
import type { DiffView } from './view';

/** What changes, in a few sentences; the first is about people. */
export function summaryOf({ diff, after, before }: DiffView): string {
  const { shifts, warnings } = diff;
  const others = otherParts(diff);
  const names = new Names(after, before);
  const watch =
    shifts.length > 0
      ? watchText(shifts, names, after.organization.timeZone)
      : before !== undefined && isAnybodyPagedOtherwise(diff)
        ? 'No shift changes, but who is paged does.'
        : "Nobody's watch changes.";
  const paging = before === undefined ? [] : pagingTexts(diff, names);
  const rest = others.length === 0 ? 'Nothing else changes.' : `Besides: ${listText(others)}.`;
  const told = warnings.length === 0 ? '' : ` ${counted(warnings.length, 'warning')}.`;
  return `${[watch, ...paging].join(' ')} ${rest}${told}`;
}

function watchText(shifts: readonly ShiftChange[], names: Names, timeZone: string): string {
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

function otherParts({ rotations, owners, escalations, rules, runbooks, names, settings }: Diff): string[] {
  return (
    [
      [rotations.length, 'rotation'],
      [owners.length, 'pipeline owner'],
      [escalations.length, 'escalation'],
      [rules.length, 'difference', 'in alert rules'],
      [runbooks.length, 'runbook section'],
      [names.length, 'name'],
      [settings.length, 'setting'],
    ] as const
  )
    .filter(([count]) => count > 0)
    .map(([count, noun, where]) => `${counted(count, noun)}${where === undefined ? '' : ` ${where}`}`);
}

/** From, until, before, after and why of a shift that changes. */
export function shiftCells(
  change: ShiftChange,
  timeZone: string,
  names: Names,
): readonly [string, string, string, string, string] {
  const { from, until, before, after } = change;
  return [
    timeText(from, timeZone),
    shortTimeText(until, timeZone, from),
    names.person(before?.onDuty),
    names.person(after?.onDuty),
    whyText(change),
  ];
}

function whyText({ reason, after }: ShiftChange): string {
  if (reason === 'removed') return 'the rotation is removed';
  return after === undefined ? 'before the first version' : reasonText(after);
}

/** Who owns a pipeline, by name. */
export function ownershipText(ownership: Ownership | undefined, names: Names): string {
  if (ownership === undefined) return 'nobody';
  const { primary, secondary, coverage, rotation } = ownership;
  const watch = rotation === undefined ? coverage : `${coverage} in ${names.rotation(rotation)}`;
  return `${names.owner(primary)}, then ${names.owner(secondary)}; ${watch}`;
}

/** What a rule says before or after. */
export function ruleText(value: string | undefined): string {
  return value ?? 'none';
}

/**
 * What happens to a rule, e.g. `loosened`, `metric added`.
 * @example
 * ruleChangeText(change) // 'metric added'
 */
export function ruleChangeText({ what, change }: RuleChange): string {
  if (what === 'rule' || change === 'loosened' || change === 'tightened') return change;
  return `${what === 'failureClass' ? 'failure class' : what} ${change}`;
}

/** Which section of which page. */
export function sectionText({ file, section }: RunbookChange): string {
  return section === undefined ? `${file} (whole page)` : `${file}: ${section}`;
}

/** Heads of {@link loadCells}. */
export const LOAD_HEAD = ['person', 'turns', 'hours', 'nights', 'weekend', 'holidays', 'owed'] as const;

/** What a person carries before and after; a figure that stays is told once. */
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
    cell(({ watch }) => hoursText(watch)),
    cell(({ nights }) => String(nights)),
    cell(({ weekendDays }) => String(weekendDays)),
    cell(({ holidays }) => String(holidays)),
    cell(({ balance }) => hoursText(balance)),
  ];
}
