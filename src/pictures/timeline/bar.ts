import { fitted, widthOf } from '../measure';
import { type Looks, lookOf } from '../people';
import { element, type Markup } from '../svg';
import { type Box, patterned, swatch, warningSign } from '../swatch';
import type { TimelineShift } from './model';
import type { Stretch } from './stretches';

/** Height of a bar. */
export const BAR_HEIGHT = 26;
/** Height of the strip in a cover's bar that shows whose turn it is. */
export const STRIP = 5;
const TEXT = { size: 12 };
const PADDING = 6;

/** What every bar of a row needs. */
export interface BarContext {
  readonly picture: string;
  readonly looks: Looks;
}

/** A shift as a bar, with a tooltip, and the ids of its people for the page. */
export function bar(shift: Stretch, box: Box, context: BarContext): Markup {
  const { picture, looks } = context;
  const look = lookOf(looks, shift.onDuty);
  const parts = [
    element('title', {}, `${shiftText(shift, looks)} ${shift.when}`),
    ...swatch(picture, look, box),
  ];
  if (shift.reason === 'cover') {
    const y = box.y + box.height - STRIP;
    parts.push(
      patterned(picture, 'hatch', box),
      ...swatch(picture, lookOf(looks, shift.rostered), { ...box, y, height: STRIP }),
    );
  }
  const isClash = shift.reason === 'clash';
  if (isClash) parts.push(clashMark(box));
  const sign = isClash && box.width >= 24 ? 16 : 0;
  if (sign > 0) parts.push(warningSign(box.x + PADDING, box.y + 7));
  parts.push(...label(shift, looks, box, sign));
  return element('g', { 'data-people': peopleOf(shift) }, ...parts);
}

/** Ids of who is on call and whose turn it is, as an attribute. */
export function peopleOf({ onDuty, rostered }: TimelineShift): string {
  return [...new Set([onDuty, rostered])].join(' ');
}

/** The outline of a bar in which everybody is away. */
export function clashMark({ x, y, width, height }: Box): Markup {
  const inner = { x: x + 1, y: y + 1, width: Math.max(width - 2, 0.5), height: height - 2 };
  return element('rect', { ...inner, rx: 2, class: 'wb-clash' });
}

/** The longest text that fits: the name and for whom they cover, the name, centred initials, or nothing. */
function label(shift: TimelineShift, looks: Looks, box: Box, sign: number): Markup[] {
  const { name, initials } = lookOf(looks, shift.onDuty);
  const left = PADDING + (sign > 0 ? sign : 0);
  const room = box.width - left - PADDING;
  const names = shift.reason === 'cover' ? [shiftText(shift, looks), name] : [name];
  const text = names.find((longer) => widthOf(longer, TEXT) <= room);
  const y = shift.reason === 'cover' ? 15 : 17;
  if (text !== undefined) return [clipped(box, { x: left, y }, text)];
  const width = widthOf(initials, TEXT);
  if (sign > 0) return width <= room ? [clipped(box, { x: left, y }, initials)] : [];
  return width <= box.width - 2 ? [clipped(box, { x: (box.width - width) / 2, y }, initials)] : [];
}

/** Text in a bar: cut at its edges, whatever the reader's font. */
function clipped({ x, y, width, height }: Box, at: { x: number; y: number }, text: string): Markup {
  return element('svg', { x, y, width, height }, element('text', { ...at, class: 'wb-label' }, text));
}

/**
 * A shift in words.
 * @example
 * shiftText(shift, looks) // 'Choo for Spencer'
 */
export function shiftText(shift: TimelineShift, looks: Looks): string {
  const { name } = lookOf(looks, shift.onDuty);
  if (shift.reason === 'clash') return `${name}, although everybody is away,`;
  return shift.reason === 'cover' ? `${name} for ${lookOf(looks, shift.rostered).name}` : name;
}

/** A name, shortened to a width. */
export function fittedName(name: string, width: number): string {
  return fitted(name, width, { size: 13, bold: true }) ?? '…';
}
