import type { Temporal } from 'temporal-polyfill';
import { type Palette, PLAIN } from '../../cli/color';
import { instantJson } from '../../cli/json';
import { counted } from '../../text/counted';
import { wrapped } from '../../text/wrapped';
import { dateText, timeText } from '../../time/localTime';
import { repeatText, seriesOf } from '../../time/series';
import type { Span } from '../../time/span';
import { DEPLOY, type Difference, type Note } from './differences';

/** What `watchbill drift` shows. */
export interface DriftView {
  readonly drift: readonly Difference[];
  readonly notes: readonly Note[];
  /** The beginning of the time compared. */
  readonly now: Temporal.Instant;
  /** Its end. */
  readonly horizon: Temporal.Instant;
  /** IANA zone of all times shown. */
  readonly timeZone: string;
}

/** Renders the drift for programs. */
export function driftJson({ drift, notes, now, horizon, timeZone }: DriftView): object {
  const instant = (at: Temporal.Instant | undefined) => (at === undefined ? null : instantJson(at, timeZone));
  return {
    asOf: instantJson(now, timeZone),
    until: instantJson(horizon, timeZone),
    drift: drift.map(({ system, kind, object, id, what, from, until, expected, found, text, ...rest }) => ({
      system,
      kind,
      object,
      id: id ?? null,
      what,
      from: instant(from),
      until: instant(until),
      expected: expected ?? null,
      found: found ?? null,
      text,
      wayOut: rest.wayOut ?? DEPLOY,
      command: rest.command ?? null,
      lines: rest.lines ?? null,
    })),
    notes: notes.map(({ what, object, from, until, text }) => ({
      what,
      object,
      from: instant(from),
      until: instant(until),
      text,
    })),
  };
}

/** Renders the drift for people, within 80 columns, by vendor and object. */
export function driftText({ drift, notes, now, horizon, timeZone }: DriftView, palette = PLAIN): string {
  const until = dateText(horizon.toZonedDateTimeISO(timeZone));
  const compared = `PagerDuty and Datadog from ${timeText(now, timeZone)} to ${until} (${timeZone})`;
  const noted =
    notes.length === 0
      ? ''
      : `\nNotes\n${notes.map(({ object, text }) => wrapped(`${object}: ${text}`, '  ')).join('')}`;
  if (drift.length === 0) return `${wrapped(`No drift. Compared: ${compared}`)}${noted}`;
  const systems = (['PagerDuty', 'Datadog'] as const)
    .map((system) => ({ system, differences: drift.filter((each) => each.system === system) }))
    .filter(({ differences }) => differences.length > 0);
  const bodies = systems.map(
    ({ system, differences }) => `\n${system}\n${objectsText(differences, timeZone, palette)}`,
  );
  return `${wrapped(`Compared: ${compared}`)}${bodies.join('')}${noted}\n${closing(drift)}`;
}

function objectsText(differences: readonly Difference[], timeZone: string, palette: Palette): string {
  const byObject = new Map<string, Difference[]>();
  for (const each of differences) {
    const title = each.kind === 'handle' ? each.object : `${each.object} (${each.kind})`;
    byObject.set(title, [...(byObject.get(title) ?? []), each]);
  }
  return [...byObject]
    .map(
      ([title, each]) =>
        `${wrapped(title, '  ')}${inSeries(each, timeZone)
          .map((difference) => differenceText(difference, palette))
          .join('')}`,
    )
    .join('');
}

/** Who is on call instead of whom, every day or every week at the same time, is told once. */
function inSeries(differences: readonly Difference[], timeZone: string): readonly Difference[] {
  const series = seriesOf(differences.filter(isShift), timeZone, ({ expected, found, wayOut }) =>
    [expected, found, wayOut].join('\n'),
  );
  const repeats = new Map<Difference, string>(series.map((each) => [each.first, repeatText(each, timeZone)]));
  return differences.flatMap((each) => {
    const repeat = repeats.get(each);
    if (repeat === undefined) return isShift(each) ? [] : [each];
    return repeat === '' ? [each] : [{ ...each, text: `${each.text}; ${repeat}` }];
  });
}

const isShift = (each: Difference): each is Difference & Span =>
  each.what === 'on-duty' && each.from !== undefined && each.until !== undefined;

function differenceText({ text, wayOut, command, lines = [] }: Difference, { yellow }: Palette): string {
  const way = wayOut === undefined ? '' : wrapped(`> ${wayOut}`, '      ');
  const run =
    command === undefined ? '' : `        ${command.replace(/ (-replace|state)/, ' \\\n          $1')}\n`;
  const what = wrapped(text, '    ').replace(/[^\n]+/g, (line) => yellow(line));
  return `${what}${way}${run}${lines.map((line) => `        ${line}\n`).join('')}`;
}

function closing(drift: readonly Difference[]): string {
  if (drift.every(({ what }) => what === 'missing'))
    return `${drift.length} missing. npx watchbill deploy creates them.\n`;
  const exceptions = drift.filter(({ wayOut }) => wayOut !== undefined).length;
  const fix =
    exceptions === drift.length
      ? 'Fix them as the lines with > say'
      : `${DEPLOY}${exceptions === 0 ? '' : ', except for lines followed by another fix (>)'}`;
  return wrapped(`${counted(drift.length, 'difference')}. ${fix}; to keep a manual change, change the data.`);
}
