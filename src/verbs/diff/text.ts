import type { Catalog } from '../../catalog';
import { diagnosticsText } from '../../cli/diagnosticsReport';
import { explainHint } from '../../cli/explainHint';
import { plannedRosters } from '../../roster';
import { columnsOf, WIDTH } from '../../text/columns';
import { tableText } from '../../text/table';
import { wrapped } from '../../text/wrapped';
import { dateText, timeText } from '../../time/localTime';
import { shortName } from '../load/load';
import { rosterText } from '../roster/roster';
import type { Diff, ShiftChange } from './changes';
import { Names, namedText, shapedText } from './names';
import {
  LOAD_HEAD,
  LOAD_NOTE,
  loadCells,
  ownershipText,
  ruleChangeText,
  ruleText,
  sectionText,
  shiftCells,
  shiftRows,
  summaryOf,
} from './sentences';
import type { BrokenView, DiffView } from './view';
import { sideText } from './view';

/** The diff for people, within 80 columns: the summary, the warnings, then each part that changes. */
export function diffText(view: DiffView): string {
  const { base, head, diff, before, after } = view;
  const { timeZone } = after.organization;
  const names = new Names(after, before);
  const until = dateText(diff.horizon.toZonedDateTimeISO(timeZone));
  return [
    wrapped(`Before: ${base.name}${before === undefined ? ', which has no data: everything is new' : ''}`),
    wrapped(`After:  ${head.name}${head.uncommitted ? ', with uncommitted changes' : ''}`),
    wrapped(`Compared from ${timeText(diff.asOf, timeZone)} to ${until} (${timeZone})`),
    `\n${wrapped(summaryOf(view))}`,
    section('Warnings', warningLines(diff)),
    ...shiftSections(diff, names, timeZone),
    ...otherSections(diff, names, after),
  ].join('');
}

function warningLines({ warnings }: Diff): readonly string[] {
  const lines = warnings.map(({ code, message }) => wrapped(`${code}: ${message}`, '  '));
  const [first] = warnings;
  return first === undefined ? [] : [...lines, wrapped(explainHint(first.code), '  ')];
}

/** If one side has errors: the roster of the other. */
export function brokenText({ sound }: BrokenView): string {
  if (sound === undefined) return '';
  const { side, catalog, asOf } = sound;
  return [
    wrapped(`${sideText(side.side, side.source)} alone:`),
    `\n${rosterText({ catalog, asOf, rosters: plannedRosters(catalog, asOf) })}`,
  ].join('');
}

/** The errors of both sides. */
export function brokenProblems({ broken }: BrokenView): string {
  return broken
    .map(({ side, source, diagnostics }) => {
      const old = side === 'base' ? wrapped('  its data may be in an older format') : '';
      return `${wrapped(`${sideText(side, source)} cannot be read:`)}${diagnosticsText(diagnostics)}${old}`;
    })
    .join('\n');
}

function shiftSections({ shifts }: Diff, names: Names, timeZone: string): string[] {
  const rotations = [...new Set(shifts.map(({ rotation }) => rotation))];
  return rotations.map((id) => {
    const own = shifts.filter(({ rotation }) => rotation === id);
    const title = names.rotationTitle({ rotation: id, ...own[0] });
    return section(`${title}: who is on call`, [shiftTable(own, timeZone, names)]);
  });
}

/** The reason for a shift follows on the same line if there is room, else below. */
function shiftTable(changes: readonly ShiftChange[], timeZone: string, names: Names): string {
  const series = shiftRows(changes, timeZone);
  const cells = series.map((each) => shiftCells(each, timeZone, names));
  const rows = cells.map(([from, until, before, after], index) => [
    from,
    until,
    ...shortPair([before, after], series[index]?.first),
  ]);
  const [head = '', ...lines] = tableText(['from', 'until', 'before', 'after'], rows).trimEnd().split('\n');
  const width = Math.max(...lines.map(columnsOf)) + 2;
  const withReasons = lines.map((line, index) => {
    const why = cells[index]?.[4] ?? '';
    if (why === '') return `${line}\n`;
    return width + columnsOf(why) <= WIDTH
      ? `${line}${' '.repeat(width - columnsOf(line))}${why}\n`
      : `${line}\n${wrapped(why, '    ')}`;
  });
  return `${head}\n${withReasons.join('')}`;
}

/** Two names, shortened to fit; ids if two different names would look the same. */
function shortPair(pair: readonly [string, string], change: ShiftChange | undefined): readonly string[] {
  // Times take 41 of 80 columns, and a broken row would be separated from its reason.
  const short = pair.map((name) => shortName(name, 18));
  if (pair[0] === pair[1] || short[0] !== short[1]) return short;
  return [change?.before, change?.after].map((shift) => shortName(shift?.onDuty.id ?? 'nobody', 18));
}

function otherSections(diff: Diff, names: Names, after: Catalog): string[] {
  const change = (what: string, before: string, after: string) => [
    wrapped(what, '  '),
    wrapped(`before: ${before}`, '    '),
    wrapped(`after:  ${after}`, '    '),
  ];
  return [
    section(
      'Rotations',
      diff.rotations.map(({ rotation, change: what }) =>
        wrapped(`${rotation.name} is ${what} (${rotation.pipelines.join(', ')})`, '  '),
      ),
    ),
    section(
      'Owners',
      diff.owners.flatMap(({ pipeline, change: what, before, after }) =>
        change(`${pipeline} (${what})`, ownershipText(before, names), ownershipText(after, names)),
      ),
    ),
    section(
      'Escalation',
      diff.escalations.flatMap(({ pipeline, before, after }) => change(pipeline, before, after)),
    ),
    section(
      'Alert rules',
      diff.rules.flatMap((rule) => {
        const title = `${rule.pipeline}/${rule.alert} (${ruleChangeText(rule)})`;
        return change(title, ruleText(rule.before), ruleText(rule.after));
      }),
    ),
    section(
      'Runbooks',
      diff.runbooks.map((each) => wrapped(`${sectionText(each)} (${each.change})`, '  ')),
    ),
    section(
      'Offices, duties and hours',
      diff.shapes.flatMap((each) => change(shapedText(each, names), each.before, each.after)),
    ),
    section(
      'Names',
      diff.names.flatMap((each) => change(namedText(each, after), each.before, each.after)),
    ),
    section(
      'Settings',
      diff.settings.flatMap(({ key, before, after }) => change(key, before, after)),
    ),
    section('Load, before→after', diff.load.length === 0 ? [] : [loadTable(diff, names), wrapped(LOAD_NOTE)]),
  ];
}

function loadTable({ load }: Diff, names: Names): string {
  const rows = load.map((change) => {
    const [name = '', ...figures] = loadCells(change, '→', names);
    return [shortName(name), ...figures];
  });
  return tableText(LOAD_HEAD, rows);
}

/** A title with parts below it; empty without parts. */
function section(title: string, parts: readonly string[]): string {
  return parts.length === 0 ? '' : `\n${wrapped(title)}${parts.join('')}`;
}
