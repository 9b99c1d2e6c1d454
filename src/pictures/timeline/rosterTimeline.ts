import { legend } from '../flow';
import { patterns } from '../patterns';
import { looksOf } from '../people';
import { type Drawing, MARGIN, type PictureOptions, pictureId, pictureText, WIDTH } from '../picture';
import { element, type Markup } from '../svg';
import { timeScale } from '../timeScale';
import { descriptionOf } from './description';
import type { Timeline } from './model';
import { officeRows } from './rows';
import { signsOf } from './signs';
import { TODAY_HEIGHT, todayLabel, todayOf } from './today';

const BETWEEN = 14;

/**
 * Who is on call when, as SVG: a row per rotation, a colour per person, covers hatched over a strip
 * of whose turn it is, and a sign where everybody is away. Bars begin and end at their moments.
 * @throws RangeError if the window is empty or somebody on call is not among the people
 */
export function rosterTimeline(timeline: Timeline, options: PictureOptions = {}): string {
  return pictureText(timelineDrawing(timeline, options), options);
}

/**
 * The same in two layers, for a page that shows the picture from a file, in which no script can move
 * the line of today: the file, and an overlay with that line.
 */
export function timelineLayers(
  timeline: Timeline,
  options: PictureOptions,
): { readonly picture: string; readonly today: string } {
  const { drawing, today } = drawn(timeline, options);
  const { width, height, parts } = drawing;
  const viewBox = `0 0 ${Math.round(width)} ${height}`;
  return {
    picture: pictureText({ ...drawing, parts: parts.filter((part) => !today.includes(part)) }, options),
    today: element('svg', { class: 'wb-picture', viewBox, 'aria-hidden': 'true' }, ...today).svg,
  };
}

/** The same, as part of a picture. */
export function timelineDrawing(timeline: Timeline, options: PictureOptions): Drawing {
  return drawn(timeline, options).drawing;
}

/** @returns `today`: the parts that are the line of today and its label */
function drawn(
  timeline: Timeline,
  options: PictureOptions,
): { readonly drawing: Drawing; readonly today: readonly Markup[] } {
  const { width = WIDTH } = options;
  const picture = pictureId(options);
  const looks = looksOf(timeline.people);
  const scale = timeScale(timeline.window, MARGIN, width - MARGIN);
  const parts = [patterns(picture)];
  const marks: Markup[] = [];
  let y = MARGIN;
  const today = todayOf(timeline);
  const isNamed = timeline.offices.length > 1;
  for (const office of timeline.offices) {
    const rows = officeRows(office, scale, { picture, looks }, y, isNamed, today);
    parts.push(...rows.parts);
    marks.push(...rows.line);
    y += rows.height + BETWEEN;
  }
  y -= BETWEEN;
  if (today !== undefined) {
    const label = todayLabel(today, timeline, scale, y);
    parts.push(label);
    marks.push(label);
    y += TODAY_HEIGHT;
  }
  const signs = legend(signsOf(timeline, scale, looks, picture), scale.left, scale.right, y + 12);
  const drawing = {
    width,
    height: Math.ceil(y + 12 + signs.height + MARGIN / 2),
    title: timeline.title,
    description: descriptionOf(timeline, scale, looks),
    parts: [...parts, ...signs.parts],
  };
  return { drawing, today: marks };
}
