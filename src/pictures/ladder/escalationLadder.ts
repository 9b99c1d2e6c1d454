import { axisTexts } from '../axis';
import { widthOf } from '../measure';
import { NOBODY } from '../palette';
import { patterns } from '../patterns';
import { type Looks, lookOf, looksOf } from '../people';
import { MARGIN, type PictureOptions, pictureId, pictureText, WIDTH } from '../picture';
import { element, type Markup } from '../svg';
import { type Box, swatch } from '../swatch';
import { fittedName } from '../timeline/bar';
import { describedLadder, endText, noteOf } from './description';
import type { Ladder, LadderTarget } from './model';

const AXIS = 22;
const ROW = 44;
const BAR = 18;

/** A level in time: when it begins in a round, and how long it waits. */
interface Rung {
  readonly target: LadderTarget;
  readonly begins: number;
  readonly minutes: number;
}

/**
 * Who is paged after how many minutes while nobody acknowledges, as SVG: a row per target, a bar
 * for as long as its level waits, one in each round.
 * @throws RangeError if a person is not among the people
 */
export function escalationLadder(ladder: Ladder, options: PictureOptions = {}): string {
  const { width = WIDTH } = options;
  const picture = pictureId(options);
  const looks = looksOf(ladder.people);
  const rungs = rungsOf(ladder);
  const round = ladder.steps.reduce((sum, { minutes }) => sum + minutes, 0);
  const rounds = ladder.repeat + 1;
  const right = width - MARGIN;
  const x = (minutes: number) => MARGIN + (minutes / (round * rounds)) * (right - MARGIN);
  const bottom = MARGIN + AXIS + rungs.length * ROW;
  const starts = Array.from({ length: rounds }, (_, index) => index * round);
  const end = `${round * rounds} min`;
  const unit = widthOf(end, { size: 11 });
  const parts = [
    patterns(picture),
    ...starts.slice(1).map((at) => line(x(at), MARGIN + 6, bottom)),
    ...axisTexts(marks(ladder, starts, x), right - unit, MARGIN + 11, 'wb-small wb-quiet'),
    element('text', { x: right, y: MARGIN + 11, 'text-anchor': 'end', class: 'wb-small wb-quiet' }, end),
    ...rungs.flatMap((rung, index) => {
      const y = MARGIN + AXIS + index * ROW;
      const box = (at: number) => ({
        x: x(at) + 0.5,
        y: y + 20,
        width: Math.max(x(at + rung.minutes) - x(at) - 1, 0.5),
        height: BAR,
      });
      return [
        ...rungName(rung, right, y),
        ...starts.map((at, nth) => rungBar(picture, rung, looks, box(at + rung.begins), nth)),
      ];
    }),
    element('text', { x: MARGIN + 2, y: bottom + 16, class: 'wb-quiet' }, endText(ladder, round * rounds)),
  ];
  return pictureText(
    { width, height: bottom + 32, title: ladder.title, description: describedLadder(ladder), parts },
    options,
  );
}

function rungsOf({ steps }: Ladder): Rung[] {
  let begins = 0;
  return steps.flatMap(({ notify, minutes }) => {
    const at = begins;
    begins += minutes;
    return notify.map((target) => ({ target, begins: at, minutes }));
  });
}

/** The minutes at which somebody is paged. */
function marks({ steps }: Ladder, starts: readonly number[], x: (minutes: number) => number) {
  return starts.flatMap((start) => {
    let at = start;
    return steps.map(({ minutes }) => {
      const mark = { x: x(at), text: String(at) };
      at += minutes;
      return mark;
    });
  });
}

function line(x: number, top: number, bottom: number): Markup {
  return element('path', { d: `M${x.toFixed(2)} ${top}V${bottom}`, class: 'wb-grid' });
}

function rungName(rung: Rung, right: number, y: number): Markup[] {
  const name = fittedName(rung.target.name, right - MARGIN - 4);
  const after = MARGIN + 2 + widthOf(name, { size: 13, bold: true }) + 10;
  const note = noteOf(rung.target, rung.begins);
  const hasRoom = after + widthOf(note, { size: 12 }) <= right;
  return [
    element(
      'g',
      {},
      ...(name === rung.target.name ? [] : [element('title', {}, rung.target.name)]),
      element('text', { x: MARGIN + 2, y: y + 14, class: 'wb-name' }, name),
    ),
    ...(hasRoom ? [element('text', { x: after, y: y + 14, class: 'wb-quiet' }, note)] : []),
  ];
}

/** A bar of one round; later rounds are fainter, because somebody will probably have answered by then. */
function rungBar(picture: string, { target }: Rung, looks: Looks, box: Box, nth: number): Markup {
  const drawn =
    target.person === undefined
      ? [element('rect', { ...box, rx: 3, fill: NOBODY, class: 'wb-bar' })]
      : swatch(picture, lookOf(looks, target.person), box);
  return element('g', { opacity: nth === 0 ? undefined : 0.5 }, ...drawn);
}
