import { overlap } from '../../time/span';
import type { LegendEntry } from '../flow';
import { LABEL, NOBODY } from '../palette';
import { type Looks, lookOf } from '../people';
import { element, type Markup } from '../svg';
import { type Box, badge, patterned, warningSign } from '../swatch';
import type { TimeScale } from '../timeScale';
import { hasWeekend, holidaysIn } from './bands';
import { clashMark } from './bar';
import type { Timeline } from './model';

/** What the picture's signs mean: only those that are in it. */
export function signsOf(timeline: Timeline, scale: TimeScale, looks: Looks, picture: string): LegendEntry[] {
  const shifts = timeline.offices
    .flatMap(({ rows }) => rows.flatMap((row) => row.shifts))
    .filter((shift) => overlap(shift, timeline.window));
  const shown = new Set(shifts.flatMap(({ onDuty, rostered }) => [onDuty, rostered]));
  const people = timeline.people.filter(({ id }) => shown.has(id)).map(({ id }) => lookOf(looks, id));
  const has = (reason: string) => shifts.some((shift) => shift.reason === reason);
  const day = (style: string) => (box: Box) => [element('rect', { ...box, class: style })];
  return [
    ...people.map((look) => ({ text: look.name, sign: (box: Box) => badge(picture, look, box) })),
    ...(has('cover') ? [{ text: 'cover, over whose turn it is', sign: coverSign(picture) }] : []),
    ...(has('clash') ? [{ text: 'everybody is away', sign: clashSign }] : []),
    ...(timeline.offices.some((office) => hasWeekend(scale, office))
      ? [{ text: 'weekend', sign: day('wb-weekend') }]
      : []),
    ...(timeline.offices.some((office) => holidaysIn(scale, office).length > 0)
      ? [{ text: 'holiday', sign: day('wb-holiday') }]
      : []),
  ];
}

function coverSign(picture: string): (box: Box) => Markup[] {
  return (box) => [
    element('rect', { ...box, rx: 3, fill: NOBODY, class: 'wb-bar' }),
    patterned(picture, 'hatch', box),
    element('rect', {
      ...box,
      y: box.y + box.height - 4,
      height: 4,
      rx: 2,
      fill: LABEL,
      'fill-opacity': 0.6,
    }),
  ];
}

function clashSign(box: Box): Markup[] {
  return [
    element('rect', { ...box, rx: 3, fill: NOBODY, class: 'wb-bar' }),
    clashMark(box),
    warningSign(box.x + 7, box.y + 2),
  ];
}
