import type { Temporal } from 'temporal-polyfill';
import { CatalogError, type Maintenance } from '../../catalog';
import { ChangeRefused, DataFileError, type EditedData, minuteOf } from '../../cli/atOnce';
import { ListLayoutError, withEntry, withoutEntry, withValue } from '../../files/listFile';
import { contains, isBefore, overlap, type Span } from '../../roster';
import { rangeText, timeText } from '../../time/localTime';
import type { MuteRequest } from './request';

/** What happens to the entry in the maintenance file. */
export type EntryChange = 'written' | 'extended' | 'there' | 'removed' | 'ended' | 'absent';

/** The change to the data, and the maintenance that Datadog should have, or should no longer have. */
export interface MutePlan {
  readonly change: EntryChange;
  /** The file's text afterwards. */
  readonly text: string;
  /** When the pipeline is muted; for a cancellation, when it would have been. */
  readonly span: Span;
  /** The entry as the file will have it, or had it. */
  readonly entry: string;
}

/**
 * Works out the change to the maintenance file. A pipeline that is muted already is muted for longer
 * if requested, so that repeating the command does what is left to do.
 * @throws ChangeRefused
 * @throws DataFileError if the file cannot be edited line by line
 */
export function planOf(data: EditedData, request: MuteRequest, now: Temporal.Instant): MutePlan {
  try {
    const plan = request.cancel ? canceled(data, request, now) : muted(data, request);
    refuseMisread(data, request, plan);
    return plan;
  } catch (error) {
    if (!(error instanceof ListLayoutError || error instanceof CatalogError)) throw error;
    throw new DataFileError(`${data.path} does not have one entry per line: ${error.message}`);
  }
}

function muted(data: EditedData, request: MuteRequest): MutePlan {
  const { pipeline, span, timeZone } = request;
  const others = (pipeline.maintenance ?? []).filter((each) => overlap(each, span));
  const [own] = others;
  if (own === undefined) {
    const entry = entryText(pipeline.id, span, timeZone);
    const text = data.text.trim() === '' ? `- ${entry}\n` : withEntry(data.text, entry);
    return { change: 'written', text, span, entry };
  }
  const known = { from: own.from, until: own.until };
  if (others.length > 1 || !contains(own, span.from)) {
    throw new ChangeRefused(
      `${data.path} has another maintenance of this pipeline then: ${rangeText(known, timeZone)}\n  edit the file, or end this one before that begins`,
    );
  }
  if (!isBefore(own.until, span.until)) {
    return { change: 'there', text: data.text, span: known, entry: entryText(pipeline.id, known, timeZone) };
  }
  const index = indexOf(data, request, own);
  const text = withValue(data.text, index, 'until', local(span.until, timeZone));
  const longer = { from: own.from, until: span.until };
  return { change: 'extended', text, span: longer, entry: entryText(pipeline.id, longer, timeZone) };
}

function canceled(data: EditedData, request: MuteRequest, now: Temporal.Instant): MutePlan {
  const { pipeline, span, timeZone } = request;
  const own = (pipeline.maintenance ?? []).find((each) => contains(each, span.from));
  if (own === undefined) return { change: 'absent', text: data.text, span, entry: '' };
  const known = { from: own.from, until: own.until };
  const entry = entryText(pipeline.id, known, timeZone);
  const index = indexOf(data, request, own);
  // The start of this minute, so that the next deploy does not renew a downtime that is over by then.
  const end = minuteOf(now);
  // The time that was muted stays on record.
  if (isBefore(own.from, end) && isBefore(end, own.until)) {
    const text = withValue(data.text, index, 'until', local(end, timeZone));
    return { change: 'ended', text, span: known, entry };
  }
  return { change: 'removed', text: withoutEntry(data.text, index), span: known, entry };
}

/**
 * The position of a maintenance's entry.
 * @throws ChangeRefused if the entry also mutes other pipelines
 */
function indexOf(data: EditedData, { pipeline, timeZone }: MuteRequest, own: Maintenance): number {
  const sources = [
    ...new Set(
      data.catalog.pipelines.flatMap((each) =>
        (each.maintenance ?? []).map(({ source }) => `${source.line}:${source.column}`),
      ),
    ),
  ];
  const place = `${own.source.line}:${own.source.column}`;
  const shared = data.catalog.pipelines.some(
    (each) =>
      each.id !== pipeline.id &&
      each.maintenance?.some(({ source }) => `${source.line}:${source.column}` === place),
  );
  if (shared) {
    throw new ChangeRefused(
      `the maintenance until ${timeText(own.until, timeZone)} also mutes other pipelines\n  edit ${data.path}:${own.source.line}, and deploy`,
    );
  }
  const order = (text: string) => text.split(':').map(Number) as [number, number];
  return sources.sort((a, b) => order(a)[0] - order(b)[0] || order(a)[1] - order(b)[1]).indexOf(place);
}

/** Refuses a changed file in which the entry would be misread. */
function refuseMisread(
  data: EditedData,
  { pipeline, cancel }: MuteRequest,
  { change, text, span }: MutePlan,
): void {
  if (change === 'there' || change === 'absent') return;
  const after = data.catalogWith(text).pipelines.find(({ id }) => id === pipeline.id);
  const windows = after?.maintenance ?? [];
  const isThere = windows.some((each) => each.from.equals(span.from) && each.until.equals(span.until));
  const count = (pipeline.maintenance ?? []).length;
  const expected = change === 'written' ? count + 1 : change === 'removed' ? count - 1 : count;
  if (isThere === cancel || windows.length !== expected)
    throw new ListLayoutError('the entry would be misread');
}

function entryText(pipeline: string, { from, until }: Span, timeZone: string): string {
  return `{ pipelines: [${pipeline}], from: ${local(from, timeZone)}, until: ${local(until, timeZone)} }`;
}

function local(at: Temporal.Instant, timeZone: string): string {
  return at.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}
