import type { Catalog } from '../../catalog';
import { plannedRosters } from '../../roster';
import { counted } from '../../text/counted';
import { inline } from '../../text/inlineMarkdown';
import { dateText, timeText } from '../../time/localTime';
import type { Diff, ShiftChange } from './changes';
import { comment, details, diagnosticsLines, part, section, table } from './markdownParts';
import { Names, namedText, shapedText } from './names';
import {
  LOAD_HEAD,
  LOAD_NOTE,
  loadCells,
  ownershipText,
  ruleChangeText,
  ruleText,
  type ShiftSeries,
  sectionText,
  shiftCells,
  shiftRows,
  summaryOf,
} from './sentences';
import { type BrokenView, type DiffView, sideText } from './view';

/** Most rows of shifts in a comment, over all rotations: GitHub allows 65,536 characters. */
const MAX_ROWS = 150;
/** The first line of a comment, by which a workflow finds the comment it has to update. */
export const MARK = '<!-- watchbill diff -->';

/** The diff as a comment on a pull request: a summary, and tables, folded if they are long. */
export function diffMarkdown(view: DiffView): string {
  const { base, head, diff, before, after, problems } = view;
  const { timeZone } = after.organization;
  const names = new Names(after, before);
  const until = dateText(diff.horizon.toZonedDateTimeISO(timeZone));
  const period = `${timeText(diff.asOf, timeZone)} to ${until}`;
  return comment([
    MARK,
    '### Who is on call after this change',
    `**${inline(summaryOf(view))}**`,
    before === undefined ? 'There was no data before, so everything is new.' : '',
    section('Errors in the new roster', diagnosticsLines(problems)),
    section('Warnings', warningLines(diff)),
    ...shiftParts(diff.shifts, names, timeZone),
    ...otherParts(diff, names, after),
    `<sub>${inline(head.name)}${head.uncommitted ? ' with uncommitted changes' : ''} compared with ${inline(base.name)}, from ${period}; times are in ${inline(timeZone)}.</sub>`,
  ]);
}

function warningLines({ warnings }: Diff): readonly string[] {
  const lines = warnings.map(({ code, message }) => `- **${code}** ${inline(message)}`);
  const [first] = warnings;
  return first === undefined
    ? []
    : [...lines, '', `To look a code up: \`npx watchbill explain ${first.code}\``];
}

/** The comment if a side has errors. */
export function brokenMarkdown({ broken, sound }: BrokenView): string {
  const parts = broken.map(({ side, source, diagnostics }) =>
    section(`${inline(sideText(side, source))} cannot be read`, [
      ...diagnosticsLines(diagnostics),
      ...(side === 'base' ? ['', 'Its data may be in an older format.'] : []),
    ]),
  );
  return comment([
    MARK,
    '### Who is on call after this change',
    '**No comparison is possible: the data has errors.**',
    ...parts,
    ...soundParts(sound),
  ]);
}

function soundParts(sound: BrokenView['sound']): string[] {
  if (sound === undefined) return [];
  const { side, catalog, asOf } = sound;
  const { timeZone } = catalog.organization;
  const names = new Names(catalog, undefined);
  return [
    `${inline(sideText(side.side, side.source))} alone:`,
    ...plannedRosters(catalog, asOf).map(({ rotation, shifts }) => {
      const rows = shifts.map(({ from, until, onDuty }) => [
        timeText(from, timeZone),
        timeText(until, timeZone),
        onDuty.name,
      ]);
      return details(names.rotation(rotation), table(['from', 'until', 'on call'], rows));
    }),
  ];
}

function shiftParts(shifts: readonly ShiftChange[], names: Names, timeZone: string): string[] {
  const rotations = [...new Set(shifts.map(({ rotation }) => rotation))];
  const rows = rotations.flatMap((id) =>
    shiftRows(
      shifts.filter(({ rotation }) => rotation === id),
      timeZone,
    ),
  );
  const shown = rows.slice(0, MAX_ROWS);
  const tables = rotations.flatMap((id) => {
    const own = shown.filter(({ first }) => first.rotation === id);
    if (own.length === 0) return [];
    const title = `${names.rotationTitle({ rotation: id, ...own[0]?.first })}: ${counted(countOf(own), 'shift')}`;
    const cells = own.map((each) => shiftCells(each, timeZone, names));
    return part(title, ['from', 'until', 'before', 'after', ''], cells);
  });
  const left = shifts.length - countOf(shown);
  return left === 0 ? tables : [...tables, `${left} more shifts: \`npx watchbill diff\` shows them all.`];
}

const countOf = (rows: readonly ShiftSeries[]): number => rows.reduce((sum, { count }) => sum + count, 0);

function otherParts(diff: Diff, names: Names, after: Catalog): string[] {
  return [
    part(
      'Rotations',
      ['rotation', 'change', 'pipelines'],
      diff.rotations.map(({ rotation, change }) => [rotation.name, change, rotation.pipelines.join(', ')]),
    ),
    part(
      'Owners',
      ['pipeline', 'change', 'before', 'after'],
      diff.owners.map(({ pipeline, change, before, after }) => [
        pipeline,
        change,
        ownershipText(before, names),
        ownershipText(after, names),
      ]),
    ),
    part(
      'Escalation',
      ['pipeline', 'before', 'after'],
      diff.escalations.map(({ pipeline, before, after }) => [pipeline, before, after]),
    ),
    part(
      'Alert rules',
      ['pipeline', 'alert', 'change', 'before', 'after'],
      diff.rules.map((rule) => [
        rule.pipeline,
        rule.alert,
        ruleChangeText(rule),
        ruleText(rule.before),
        ruleText(rule.after),
      ]),
    ),
    part(
      'Runbooks',
      ['section', 'change'],
      diff.runbooks.map((each) => [sectionText(each), each.change]),
    ),
    part(
      'Offices, duties and hours',
      ['what', 'before', 'after'],
      diff.shapes.map((each) => [shapedText(each, names), each.before, each.after]),
    ),
    part(
      'Names',
      ['whose', 'before', 'after'],
      diff.names.map((change) => [namedText(change, after), change.before, change.after]),
    ),
    part(
      'Settings',
      ['key', 'before', 'after'],
      diff.settings.map(({ key, before, after }) => [key, before, after]),
    ),
    part(
      'Load',
      LOAD_HEAD,
      diff.load.map((change) => loadCells(change, ' → ', names)),
      `Before → after, up to the horizon. Weekend: days outside the working week. ${LOAD_NOTE}`,
    ),
  ];
}
