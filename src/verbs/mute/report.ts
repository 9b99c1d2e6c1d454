import type { Temporal } from 'temporal-polyfill';
import { commitLines, type Outcome } from '../../cli/atOnce';
import { instantJson } from '../../cli/json';
import { counted } from '../../text/counted';
import { visible } from '../../text/visible';
import { wrapped } from '../../text/wrapped';
import { rangeText } from '../../time/localTime';
import { isMuted, toCancel, type Work } from './carryOut';
import type { EntryChange } from './plan';

const TO_BE_DONE: Readonly<Record<EntryChange, string>> = {
  written: 'to be added',
  extended: 'to end later',
  there: 'already there',
  removed: 'to be removed',
  ended: 'to end now; the past stays on record',
  absent: 'not there',
};

/** The plan, for the person who confirms it. */
export function planText(work: Work, now: Temporal.Instant): string {
  const { request, plan, data, found } = work;
  const { pipeline, timeZone, cancel } = request;
  const gone = toCancel(work).length;
  const datadog = cancel
    ? gone === 0
      ? 'no downtime for it'
      : `${counted(gone, 'downtime')} to be canceled`
    : `downtime ${isMuted(found, plan.span, now) ? 'already there' : 'to be created'}`;
  const what = cancel ? 'is no longer muted' : 'is muted';
  return [
    wrapped(`${visible(pipeline.name)} ${what}, ${rangeText(plan.span, timeZone)} (${timeZone}).`),
    `\n${wrapped(`${data.path}: ${TO_BE_DONE[plan.change]}`)}`,
    `  - ${plan.entry}\n`,
    wrapped(`Datadog: ${datadog}`),
  ].join('');
}

/** That there is nothing to do. */
export function nothingText({ request, plan, data }: Work): string {
  const { pipeline, timeZone, cancel } = request;
  return wrapped(
    cancel
      ? `Nothing to cancel: ${data.path} has no maintenance of ${pipeline.id} then.`
      : `Nothing to do: ${pipeline.id} is muted, ${rangeText(plan.span, timeZone)} (${timeZone}), in the data and in Datadog.`,
  );
}

/** What was done, and what is left to do. */
export function outcomeText(
  { request, plan, data }: Work,
  { fileDone, vendorDone, problems }: Outcome,
): string {
  const { pipeline, cancel } = request;
  if (problems.length > 0) {
    return [
      wrapped(`${data.path}: ${fileDone ? 'up to date' : 'not changed'}`),
      wrapped(`Datadog: ${vendorDone ? 'done' : 'NOT DONE'}`),
    ].join('');
  }
  const confirmed = cancel ? 'has no downtime for it any more' : 'has the downtime';
  const commit =
    plan.change === 'there' ? 'If the maintenance is not committed yet' : 'Now commit the maintenance';
  return [
    `\n${wrapped(`Done. Datadog confirms that it ${confirmed}. ${commit}:`)}`,
    commitLines(data.path, `Maintenance ${cancel ? 'canceled:' : 'of'} ${pipeline.id}`),
    wrapped(
      cancel
        ? 'The next deploy knows of none, either.'
        : 'The next deploy has a downtime of the same time; both end by themselves.',
    ),
  ].join('');
}

/** For programs. */
export function muteJson({ request, plan, data }: Work, outcome: Outcome): object {
  const { pipeline, timeZone, cancel } = request;
  const text = (at: Temporal.Instant) => instantJson(at, timeZone);
  return {
    pipeline: pipeline.id,
    cancel,
    from: text(plan.span.from),
    until: text(plan.span.until),
    timeZone,
    maintenance: { file: data.path, entry: plan.entry, change: plan.change, done: outcome.fileDone },
    downtime: { done: outcome.vendorDone },
    problems: outcome.problems,
    done: outcome.problems.length === 0,
  };
}
