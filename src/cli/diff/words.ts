import { Temporal } from 'temporal-polyfill';
import { counted } from '../../alerts/words';
import type { Catalog } from '../../catalog';
import type { Diff, LoadChange, Ownership, RuleChange, RunbookChange, ShiftChange } from '../../report/diff';
import type { PersonLoad } from '../../report/load';
import { listText, shortTimeText, timeText } from '../../roster/localTime';
import { hoursText } from '../loadReport';
import { reasonText } from '../reason';
import type { DiffView } from './view';

/** Display names of ids, those of the new data first. */
export class Names {
  constructor(
    private readonly after: Catalog,
    private readonly before: Catalog | undefined,
  ) {}

  /** A rotation's. */
  rotation(id: string): string {
    return this.find(id, ({ rotations }) => rotations);
  }

  /** A person's or a team's. */
  owner(id: string): string {
    return this.find(id, ({ people, teams }) => [...people, ...teams]);
  }

  private find(id: string, of: (catalog: Catalog) => readonly { id: string; name: string }[]): string {
    const known = [...of(this.after), ...(this.before === undefined ? [] : of(this.before))];
    return known.find((each) => each.id === id)?.name ?? id;
  }
}

/** What changes, in a few sentences; the first is about people. */
export function summaryOf({ diff, after, before }: DiffView): string {
  const { shifts, warnings } = diff;
  const others = otherParts(diff);
  const names = new Names(after, before);
  const watch =
    shifts.length === 0 ? "Nobody's watch changes." : watchText(shifts, names, after.organization.timeZone);
  const rest = others.length === 0 ? 'Nothing else changes.' : `Besides: ${listText(others)}.`;
  const told = warnings.length === 0 ? '' : ` ${counted(warnings.length, 'warning')}.`;
  return `${watch} ${rest}${told}`;
}

function watchText(shifts: readonly ShiftChange[], names: Names, timeZone: string): string {
  const rotations = [...new Set(shifts.map(({ rotation }) => names.rotation(rotation)))];
  const [first, ...later] = [...shifts].sort((a, b) => Temporal.Instant.compare(a.from, b.from));
  if (first === undefined) return '';
  const when = `from ${timeText(first.from, timeZone)} until ${endText(first.from, first.until, timeZone)}`;
  const where = `in ${rotations.length > 3 ? counted(rotations.length, 'rotation') : listText(rotations)}`;
  return later.length === 0
    ? `One shift changes ${where}: ${when}, ${changeText(first)}.`
    : `${shifts.length} shifts change ${where}, the first ${when}: ${changeText(first)}.`;
}

function changeText({ before, after }: ShiftChange): string {
  return `${after?.onDuty.name ?? 'nobody'} instead of ${before?.onDuty.name ?? 'nobody'}`;
}

function otherParts({ rotations, owners, escalations, rules, runbooks, settings }: Diff): string[] {
  return (
    [
      [rotations.length, 'rotation'],
      [owners.length, 'pipeline owner'],
      [escalations.length, 'escalation'],
      [rules.length, 'difference', 'in alert rules'],
      [runbooks.length, 'runbook section'],
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
): readonly [string, string, string, string, string] {
  const { from, until, before, after } = change;
  return [
    timeText(from, timeZone),
    endText(from, until, timeZone),
    before?.onDuty.name ?? 'nobody',
    after?.onDuty.name ?? 'nobody',
    whyText(change),
  ];
}

/** The end of a time, with its year only where it is another. */
function endText(from: Temporal.Instant, until: Temporal.Instant, timeZone: string): string {
  const [first, last] = [from, until].map((at) => at.toZonedDateTimeISO(timeZone).year);
  return first === last ? shortTimeText(until, timeZone) : timeText(until, timeZone);
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
export function loadCells({ person, before, after }: LoadChange, arrow: string): readonly string[] {
  const cell = (figure: (load: PersonLoad) => string) => {
    const [was, is] = [before, after].map((load) => (load === undefined ? '0' : figure(load)));
    return was === is ? `${is}` : `${was}${arrow}${is}`;
  };
  return [
    person.name,
    cell(({ turns }) => String(turns)),
    cell(({ watch }) => hoursText(watch)),
    cell(({ nights }) => String(nights)),
    cell(({ weekendDays }) => String(weekendDays)),
    cell(({ holidays }) => String(holidays)),
    cell(({ balance }) => hoursText(balance)),
  ];
}
