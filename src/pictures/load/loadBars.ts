import { legend } from '../flow';
import { fitted, widthOf } from '../measure';
import { patterns } from '../patterns';
import { type Look, lookOf, looksOf, type PicturePerson } from '../people';
import { MARGIN, type PictureOptions, pictureId, pictureText, WIDTH } from '../picture';
import { element, type Markup } from '../svg';
import { type Box, patterned, swatch } from '../swatch';
import { coverSign, ownSign, takenSign } from './signs';

/** Who carries how much, to be drawn. */
export interface LoadPicture {
  /** What the picture is called for screen readers. */
  readonly title: string;
  /** Everybody in the order of the data: colours follow from it. */
  readonly people: readonly PicturePerson[];
  /** In the order in which they are shown. */
  readonly rows: readonly LoadRow[];
}

/** What one person carries, in hours: the figures of `load --json`. */
export interface LoadRow {
  /** Id of the person. */
  readonly person: string;
  /** On call, covers for others included. */
  readonly hours: number;
  /** Of these, covers for others. */
  readonly given: number;
  /** Covers by others, which are not in `hours`. */
  readonly received: number;
}

const ROW = 28;
const BAR = 18;

/**
 * Hours on call per person, as SVG: own turns plain, covers for others hatched, and an outline for
 * what others took over. All bars have the same scale.
 * @throws RangeError if a person is not among the people
 */
export function loadBars({ title, people, rows }: LoadPicture, options: PictureOptions = {}): string {
  const { width = WIDTH } = options;
  const picture = pictureId(options);
  const looks = looksOf(people);
  const own = rows.map((row) => ({ row, look: lookOf(looks, row.person) }));
  const left =
    MARGIN +
    nameWidth(
      own.map(({ look }) => look.name),
      width,
    ) +
    10;
  const values = Math.max(0, ...rows.map(({ hours }) => widthOf(hoursText(hours), { size: 12 })));
  const right = width - MARGIN - values - 8;
  const most = Math.max(1, ...rows.map(({ hours, received }) => hours + received));
  const scale = (hours: number) => (hours / most) * (right - left);
  const bottom = MARGIN + rows.length * ROW;
  const signs = legend(
    [
      { text: 'own turns', sign: ownSign },
      { text: 'covers for others', sign: (box) => coverSign(picture, box) },
      { text: 'covered by others', sign: takenSign },
    ],
    MARGIN,
    width - MARGIN,
    bottom + 8,
  );
  const parts = [
    patterns(picture),
    ...own.map(({ row, look }, index) => {
      const box = { x: left, y: MARGIN + index * ROW, width: 0, height: BAR };
      return element('g', {}, ...rowParts(picture, row, look, box, scale, width - MARGIN));
    }),
    ...signs.parts,
  ];
  const description = `${own.map(({ row, look }) => `${rowText(row, look)}.`).join(' ')}`;
  return pictureText({ width, height: bottom + signs.height + MARGIN, title, description, parts }, options);
}

/** The widest name, but at most a third of the picture. */
function nameWidth(names: readonly string[], width: number): number {
  return Math.min(Math.max(...names.map((name) => widthOf(name, { size: 12 })), 20), width / 3);
}

function hoursText(hours: number): string {
  return `${Math.round(hours)} h`;
}

function rowText({ hours, given, received }: LoadRow, { name }: Look): string {
  const covers = `${hoursText(given)} of them for others, ${hoursText(received)} covered by others`;
  return `${name}: ${hoursText(hours)} on call, ${covers}`;
}

function rowParts(
  picture: string,
  row: LoadRow,
  look: Look,
  box: Box,
  scale: (hours: number) => number,
  right: number,
): Markup[] {
  const turns = { ...box, width: scale(row.hours - row.given) };
  const given = { ...box, x: turns.x + turns.width, width: scale(row.given) };
  const taken = { ...box, x: given.x + given.width, width: scale(row.received) };
  const name = fitted(look.name, box.x - MARGIN - 10, { size: 12 }) ?? '…';
  return [
    element('title', {}, rowText(row, look)),
    element('text', { x: MARGIN, y: box.y + 13 }, name),
    ...(row.received > 0 ? [element('rect', { ...taken, rx: 3, class: 'wb-taken' })] : []),
    ...(turns.width > 0 ? swatch(picture, look, turns) : []),
    ...(row.given > 0 ? [...swatch(picture, look, given), patterned(picture, 'hatch', given)] : []),
    element('text', { x: right, y: box.y + 13, 'text-anchor': 'end' }, hoursText(row.hours)),
  ];
}
