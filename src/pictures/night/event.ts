import { clockText, timeText } from '../../time/localTime';
import { inTwoLines } from '../measure';
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
const COLOURS = {
  broken: 'wb-alarm',
  alert: 'wb-alarm',
  page: 'wb-alarm',
  answered: 'wb-quiet',
  recovered: 'wb-calm',
};

/**
 * An event's sign at its moment, and its words where there is more room: behind it, or before it
 * under the line that leads to it.
 */
export function eventParts(event: NightEvent, context: Context, y: number): Markup[] {
  const { scale, timeZone } = context;
  const x = scale.x(event.at);
  const words = `${clockText(event.at, timeZone)} ${event.text}`;
  const [before, behind] = [x - scale.left, scale.right - x];
  const isBehind = behind >= before;
  const place = isBehind
    ? { x: x + 18, y: y + 4, room: behind - 8 }
    : { x: x - 8, y: y + 16, room: before + 2 };
  const anchor = isBehind ? undefined : 'end';
  return [
    element('title', {}, `${timeText(event.at, timeZone)}: ${event.text}`),
    ...sign(event, context, x, y),
    ...inTwoLines(words, Math.max(place.room, 0), TEXT).map((line, index) =>
      element('text', { x: place.x, y: place.y + index * LINE, 'text-anchor': anchor }, line),
    ),
  ];
}

/** A phone that rings has the colours of whose it is; anything else is a dot. */
function sign({ kind, person }: NightEvent, { picture, looks }: Context, x: number, y: number): Markup[] {
  const box = { x: x - BADGE.width / 2, y: y - BADGE.height / 2, ...BADGE };
  if (person !== undefined) return badge(picture, lookOf(looks, person), box);
  if (kind === 'page') return [element('rect', { ...box, rx: 3, fill: NOBODY, class: 'wb-bar' })];
  return [element('circle', { cx: x, cy: y, r: 6, class: COLOURS[kind] })];
}
