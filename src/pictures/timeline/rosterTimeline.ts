import type { Temporal } from 'temporal-polyfill';
import { timeText } from '../../time/localTime';
import { encloses, type Span } from '../../time/span';
import { legend } from '../flow';
import { widthOf } from '../measure';
import { patterns } from '../patterns';
import { looksOf } from '../people';
import { type Drawing, MARGIN, type PictureOptions, pictureId, pictureText, WIDTH } from '../picture';
import { element, type Markup } from '../svg';
import { type TimeScale, timeScale } from '../timeScale';
import { descriptionOf } from './description';
import type { Timeline } from './model';
import { officeRows } from './rows';
import { signsOf } from './signs';

const BETWEEN = 14;

/**
 * Who is on call when, as SVG: a row per rotation, a colour per person, covers hatched over a strip
 * of whose turn it is, and a sign where everybody is away. Bars begin and end at their moments.
 * @throws RangeError if the window is empty or somebody on call is not among the people
 */
export function rosterTimeline(timeline: Timeline, options: PictureOptions = {}): string {
  return pictureText(timelineDrawing(timeline, options), options);
}

/** The same, to be a part of a picture. */
export function timelineDrawing(timeline: Timeline, options: PictureOptions): Drawing {
  const { width = WIDTH } = options;
  const picture = pictureId(options);
  const looks = looksOf(timeline.people);
  const scale = timeScale(timeline.window, MARGIN, width - MARGIN);
  const parts = [patterns(picture)];
  let y = MARGIN;
  const today = timeline.today && isWithin(timeline.today, timeline.window) ? timeline.today : undefined;
  const isNamed = timeline.offices.length > 1;
  for (const office of timeline.offices) {
    const rows = officeRows(office, scale, { picture, looks }, y, isNamed, today);
    parts.push(...rows.parts);
    y += rows.height + BETWEEN;
  }
  y -= BETWEEN;
  if (today !== undefined) {
    parts.push(
      todayLabel(today, timeline.todayText ?? 'today', timeline.offices[0]?.timeZone ?? 'UTC', scale, y + 12),
    );
    y += 16;
  }
  const signs = legend(signsOf(timeline, scale, looks, picture), scale.left, scale.right, y + 12);
  return {
    width,
    height: Math.ceil(y + 12 + signs.height + MARGIN / 2),
    title: timeline.title,
    description: descriptionOf(timeline, scale, looks),
    parts: [...parts, ...signs.parts],
  };
}

function isWithin(at: Temporal.Instant, span: Span): boolean {
  return encloses(span, { from: at, until: at });
}

function todayLabel(
  at: Temporal.Instant,
  text: string,
  timeZone: string,
  scale: TimeScale,
  y: number,
): Markup {
  const half = widthOf(text, { size: 11 }) / 2;
  const x = Math.min(Math.max(scale.x(at), scale.left + half), scale.right - half);
  return element(
    'g',
    {},
    element('title', {}, timeText(at, timeZone)),
    element('text', { x, y, 'text-anchor': 'middle', class: 'wb-small wb-now' }, text),
  );
}
