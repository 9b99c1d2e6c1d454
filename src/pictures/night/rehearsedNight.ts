import { timeText } from '../../time/localTime';
import { AXIS_HEIGHT, axisLabels, gridLines } from '../axis';
import { patterns } from '../patterns';
import { looksOf } from '../people';
import { type Drawing, MARGIN, type PictureOptions, pictureId, pictureText, WIDTH } from '../picture';
import { element, type Markup } from '../svg';
import { type TimeScale, timeScale } from '../timeScale';
import { eventParts, heightOf, wordsOf } from './event';
import type { NightEvent, RehearsedNight } from './model';

/**
 * A rehearsed night as SVG: stairs from the broken run via the pages to the recovery, each event at
 * its moment.
 * @throws RangeError if there is no event or a person is not among the people
 */
export function rehearsedNight(night: RehearsedNight, options: PictureOptions = {}): string {
  return pictureText(nightDrawing(night, options), options);
}

/** The same, as part of a picture. */
export function nightDrawing(night: RehearsedNight, options: PictureOptions): Drawing {
  const { width = WIDTH } = options;
  const { events, timeZone, title } = night;
  const picture = pictureId(options);
  const looks = looksOf(night.people);
  const scale = scaleOf(events, width);
  const top = MARGIN + AXIS_HEIGHT;
  const ys = [top + 16];
  for (const event of events) ys.push((ys.at(-1) ?? top) + heightOf(wordsOf(event, scale, timeZone)));
  const y = (index: number) => ys[index] ?? top;
  const bottom = y(events.length) - 16;
  const context = { picture, looks, scale, timeZone };
  const parts = [
    patterns(picture),
    ...gridLines(scale, timeZone, MARGIN + 17, bottom - MARGIN - 17),
    ...axisLabels(scale, timeZone, MARGIN),
    ...events.flatMap((event, index) => stair(event, events[index + 1], scale, y(index), y(index + 1))),
    ...events.map((event, index) =>
      element('g', {}, ...eventParts(event, wordsOf(event, scale, timeZone), context, y(index))),
    ),
  ];
  const texts = events.map(({ at, text }) => `${timeText(at, timeZone)}: ${text}.`);
  const description = `Times of ${timeZone}. ${texts.join(' ')}`;
  return { width, height: bottom + MARGIN, title, description, parts };
}

/** From the first event to the last; a lone moment gets the hour after it. */
function scaleOf(events: readonly NightEvent[], width: number): TimeScale {
  const from = events[0]?.at;
  const last = events.at(-1)?.at;
  if (from === undefined || last === undefined) throw new RangeError('a night without events in a picture');
  const until = last.equals(from) ? from.add({ hours: 1 }) : last;
  return timeScale({ from, until }, MARGIN + 13, width - MARGIN - 13);
}

/** From an event to the next one: down, then on in time, so that no line crosses words. */
function stair(
  { at, kind }: NightEvent,
  next: NightEvent | undefined,
  scale: TimeScale,
  y: number,
  below: number,
): Markup[] {
  if (next === undefined) return [];
  const d = `M${scale.x(at).toFixed(2)} ${y}V${below}H${scale.x(next.at).toFixed(2)}`;
  return [element('path', { d, class: kind === 'answered' ? 'wb-answered' : 'wb-open' })];
}
