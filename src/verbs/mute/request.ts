import type { Temporal } from 'temporal-polyfill';
import { type Catalog, officeOf, type Pipeline } from '../../catalog';
import { duration } from '../../catalog/schema/duration';
import { type AtOnceOptions, minuteOf, refuseSeconds, refuseSecondTime } from '../../cli/atOnce';
import { endOption, instantOption } from '../../cli/session';
import { findById } from '../../cli/suggestion';
import { isBefore, type Span } from '../../roster';
import { UsageError } from '../../text/usageError';
import { timeText } from '../../time/localTime';

/** Options of `watchbill mute`. */
export interface MuteOptions extends AtOnceOptions {
  readonly for?: string;
  /** A date is included, an instant is not. */
  readonly until?: string;
  /** @default - now */
  readonly from?: string;
  readonly cancel?: boolean;
}

/** Whose alerts are muted, and when. */
export interface MuteRequest {
  readonly pipeline: Pipeline;
  /** To the minute; the end does not matter for a cancellation. */
  readonly span: Span;
  readonly cancel: boolean;
  /** IANA zone of the pipeline's office, whose local times the data has. */
  readonly timeZone: string;
}

/**
 * Reads the options.
 * @param now to the second
 * @throws UsageError
 */
export function requestOf(
  id: string,
  options: MuteOptions,
  catalog: Catalog,
  now: Temporal.Instant,
): MuteRequest {
  const pipeline = findById('pipeline', catalog.pipelines, id);
  const { timeZone } = officeOf(catalog, pipeline);
  const from = beginOf(options, timeZone, now);
  if (options.cancel === true) {
    if (options.for !== undefined || options.until !== undefined) {
      throw new UsageError(
        '--cancel takes neither --for nor --until\n  it ends the whole maintenance that is running, or that begins at --from',
      );
    }
    return { pipeline, span: { from, until: from }, cancel: true, timeZone };
  }
  const until = endOf(options, from, timeZone, now);
  const end = timeText(until, timeZone);
  if (!isBefore(now, until)) {
    throw new UsageError(`the end is in the past: ${end}\n  give a later --until, or a longer --for`);
  }
  if (!isBefore(from, until)) {
    throw new UsageError(
      `the end, ${end}, is not after the beginning, ${timeText(from, timeZone)}\n  in --until, a date is included, a time is not`,
    );
  }
  refuseSecondTime('the end', until, timeZone);
  refuseSecondTime('the beginning', from, timeZone);
  return { pipeline, span: { from, until }, cancel: false, timeZone };
}

function beginOf({ from }: MuteOptions, timeZone: string, now: Temporal.Instant): Temporal.Instant {
  if (from === undefined) return minuteOf(now);
  return toTheMinute('--from', from, instantOption('--from', from, timeZone));
}

function endOf(
  options: MuteOptions,
  from: Temporal.Instant,
  timeZone: string,
  now: Temporal.Instant,
): Temporal.Instant {
  if ((options.for === undefined) === (options.until === undefined)) {
    throw new UsageError('give --for or --until, not both\n  e.g. --for 2h, or --until 2026-12-06T04:00');
  }
  if (options.until !== undefined) {
    return toTheMinute('--until', options.until, endOption('--until', options.until, timeZone));
  }
  const length = duration().safeParse(options.for);
  if (!length.success) {
    throw new UsageError(
      `--for is not a duration: ${JSON.stringify(options.for)}\n  write a whole number and a unit: m (minutes), h (hours) or d (days), e.g. 90m, 2h`,
    );
  }
  const end = (options.from === undefined ? now : from).add(length.data);
  return end.round({ smallestUnit: 'minute', roundingMode: 'ceil' });
}

function toTheMinute(option: string, text: string, at: Temporal.Instant): Temporal.Instant {
  refuseSeconds(option, text, at);
  return at;
}
