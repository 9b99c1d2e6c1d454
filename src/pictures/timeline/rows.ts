import type { Temporal } from 'temporal-polyfill';
import { common, overlap } from '../../time/span';
import { AXIS_HEIGHT, axisLabels, gridLines } from '../axis';
import { widthOf } from '../measure';
import { element, lines, type Markup } from '../svg';
import type { TimeScale } from '../timeScale';
import { bands, holidayNames, holidaysIn } from './bands';
import { BAR_HEIGHT, type BarContext, bar, fittedName } from './bar';
import type { TimelineOffice, TimelineRow } from './model';
import { narrowBars } from './narrowBars';
import { runs } from './runs';
import { type Stretch, stretches } from './stretches';
import { todayLine } from './today';

const NAME_HEIGHT = 22;
const ROW_HEIGHT = NAME_HEIGHT + BAR_HEIGHT + 10;
const HEADING_HEIGHT = 22;
const HOLIDAY_HEIGHT = 16;

/** Rows of one office under their axis, and how much room they take; `line` is that of today, if there is one. */
export function officeRows(
  office: TimelineOffice,
  scale: TimeScale,
  context: BarContext,
  top: number,
  isNamed: boolean,
  today: Temporal.Instant | undefined,
): { readonly parts: readonly Markup[]; readonly line: readonly Markup[]; readonly height: number } {
  const { timeZone, rows } = office;
  const axis = top + (isNamed ? HEADING_HEIGHT : 0);
  const names = axis + AXIS_HEIGHT;
  const first = names + (holidaysIn(scale, office).length > 0 ? HOLIDAY_HEIGHT : 0);
  const bottom = first + rows.length * ROW_HEIGHT;
  const line = today === undefined ? [] : [todayLine(today, scale, axis + AXIS_HEIGHT, bottom)];
  const parts = [
    ...(isNamed ? [heading(office, scale, top)] : []),
    ...bands(scale, office, axis + 17, bottom - axis - 17),
    ...gridLines(scale, timeZone, axis + 17, bottom - axis - 17),
    ...axisLabels(scale, timeZone, axis),
    // Behind the bars, so that it crosses no name.
    ...line,
    ...holidayNames(scale, office, names + 9),
    ...rows.flatMap((row, index) => rowParts(row, scale, context, timeZone, first + index * ROW_HEIGHT)),
  ];
  return { parts, line, height: bottom - top };
}

function heading({ name, timeZone }: TimelineOffice, scale: TimeScale, y: number): Markup {
  const width = scale.right - scale.left;
  const shown = fittedName(name, width);
  const after = scale.left + widthOf(shown, { size: 13, bold: true }) + 8;
  const hasRoom = after + widthOf(timeZone, { size: 11 }) <= scale.right;
  const zone = element('text', { x: after, y: y + 13, class: 'wb-small wb-quiet' }, timeZone);
  return element(
    'g',
    {},
    element('title', {}, `${name}, ${timeZone}`),
    element('text', { x: scale.left, y: y + 13, class: 'wb-name' }, shown),
    ...(hasRoom ? [zone] : []),
  );
}

function rowParts(
  row: TimelineRow,
  scale: TimeScale,
  context: BarContext,
  timeZone: string,
  y: number,
): Markup[] {
  const { id, name, note, shifts } = row;
  const text = fittedName(name, scale.right - scale.left - 8);
  const after = scale.left + widthOf(text, { size: 13, bold: true }) + 10;
  const title = text === name ? [] : [element('title', {}, name)];
  const label = element('text', { x: scale.left + 2, y: y + 15, class: 'wb-name' }, text);
  const hasNote = note !== undefined && after + widthOf(note, { size: 12 }) <= scale.right;
  const boxOf = (shift: Stretch) => {
    const shown = common(shift, scale.span);
    const x = scale.x(shown.from);
    // Half a unit on each side belongs to the outline.
    const width = Math.max(scale.x(shown.until) - x - 1, 0.5);
    return { x: x + 0.5, y: y + NAME_HEIGHT, width, height: BAR_HEIGHT };
  };
  const seen = stretches(shifts, timeZone).filter((shift) => overlap(shift, scale.span));
  const bars = runs(seen, scale).map((run) =>
    run.length === 1
      ? bar(run[0], boxOf(run[0]), context)
      : narrowBars(run, run.map(boxOf), { ...context, timeZone }),
  );
  const parts = [
    element('g', {}, ...title, label),
    ...(hasNote ? [element('text', { x: after, y: y + 15, class: 'wb-quiet' }, note)] : []),
    ...bars,
  ];
  return [element('g', { 'data-row': id }, lines(...parts))];
}
