import { clockText, timeText } from '../../time/localTime';
import { inLines } from '../measure';
import { NOBODY } from '../palette';
import { type Looks, lookOf } from '../people';
import { element, type Markup } from '../svg';
import { badge } from '../swatch';
import type { TimeScale } from '../timeScale';
import type { NightEvent } from './model';

/** What every event needs. */
interface Context {
  readonly picture: string;
  readonly looks: Looks;
  readonly scale: TimeScale;
  readonly timeZone: string;
}

const BADGE = { width: 26, height: 16 };
const TEXT = { size: 12 };
const LINE = 14;
/** Room for a sign and two lines. */
const ROW = 38;
const COLOURS = {
  broken: 'wb-alarm',
  alert: 'wb-alarm',
  page: 'wb-alarm',
  answered: 'wb-quiet',
  recovered: 'wb-calm',
};

/** Most lines for the words of an event; nobody would read more. */
const MOST_LINES = 4;

/** The words of an event, placed where there is more room: after its sign, or before it under the line that leads to it. */
export interface Words {
  readonly isBehind: boolean;
  readonly lines: readonly string[];
}

/** The words of an event, in lines. */
export function wordsOf({ at, text }: NightEvent, { left, right, x }: TimeScale, timeZone: string): Words {
  const [before, behind] = [x(at) - left, right - x(at)];
  const isBehind = behind >= before;
  const room = Math.max(isBehind ? behind - 8 : before + 2, 0);
  return { isBehind, lines: inLines(`${clockText(at, timeZone)} ${text}`, room, TEXT, MOST_LINES) };
}

/** How far below an event the next one is. */
export function heightOf({ lines }: Words): number {
  return ROW + Math.max(lines.length - 2, 0) * LINE;
}

/** An event's sign at its moment, and its words. */
export function eventParts(event: NightEvent, words: Words, context: Context, y: number): Markup[] {
  const x = context.scale.x(event.at);
  const { isBehind, lines } = words;
  const place = isBehind ? { x: x + 18, y: y + 4 } : { x: x - 8, y: y + 16 };
  const anchor = isBehind ? undefined : 'end';
  return [
    element('title', {}, `${timeText(event.at, context.timeZone)}: ${event.text}`),
    ...sign(event, context, x, y),
    ...lines.map((line, index) =>
      element('text', { x: place.x, y: place.y + index * LINE, 'text-anchor': anchor }, line),
    ),
  ];
}

/** A ringing phone has the colours of its owner; anything else is a dot. */
function sign({ kind, person }: NightEvent, { picture, looks }: Context, x: number, y: number): Markup[] {
  const box = { x: x - BADGE.width / 2, y: y - BADGE.height / 2, ...BADGE };
  if (person !== undefined) return badge(picture, lookOf(looks, person), box);
  if (kind === 'page') return [element('rect', { ...box, rx: 3, fill: NOBODY, class: 'wb-bar' })];
  return [element('circle', { cx: x, cy: y, r: 6, class: COLOURS[kind] })];
}
