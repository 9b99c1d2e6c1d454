import type { Temporal } from 'temporal-polyfill';
import { alertUrl } from '../../alerts';
import { isHeld, urgencyOf } from '../../catalog';
import { instantJson } from '../../cli/json';
import { contains } from '../../roster';
import { holdJson } from './holds';
import type { RehearsalView } from './report';

/** For programs: the documented shape, and more. */
export function rehearsalJson({
  catalog,
  asOf,
  rules,
  pagePaths,
  holds,
  logIns,
  verdict,
}: RehearsalView): object {
  const { organization } = catalog;
  const text = (at: Temporal.Instant) => instantJson(at, organization.timeZone);
  const orNull = (at: Temporal.Instant | undefined) => (at === undefined ? null : text(at));
  return {
    asOf: text(asOf),
    rules: rules.map(({ pipeline, rule, metric, bound, monitor, rehearsal, problems }) => ({
      pipeline: pipeline.id,
      alert: rule.id,
      metric: metric ?? null,
      bound: bound ?? null,
      monitor: monitor.name,
      begins: text(rehearsal.begins),
      urgency: pipeline.coverage === 'on-call' ? urgencyOf(pipeline, rule) : null,
      held: isHeld(pipeline, rule),
      mutedUntil: orNull(
        pipeline.maintenance?.find((each) => contains(each, rehearsal.firesAt ?? rehearsal.begins))?.until,
      ),
      firesAt: orNull(rehearsal.firesAt),
      played: rehearsal.notPlayed === undefined,
      notified: rehearsal.incidents.flatMap(({ pages }) =>
        pages.map(({ at, step, email }) => ({ at: text(at), step, name: verdict.nameOf(email), email })),
      ),
      passedOver: rehearsal.incidents.flatMap(({ passedOver = [] }) =>
        passedOver.map(({ at, step }) => ({ at: text(at), step })),
      ),
      mailed: rehearsal.notifications.flatMap(({ at, occasion, emails }) =>
        emails.map((email) => ({ at: text(at), occasion, name: verdict.nameOf(email), email })),
      ),
      posted: rehearsal.notifications.flatMap(({ at, occasion, channels }) =>
        channels.map((channel) => ({ at: text(at), occasion, channel })),
      ),
      acknowledgedAt: orNull(rehearsal.incidents.find(({ acknowledged }) => acknowledged)?.acknowledged?.at),
      repairedAt: orNull(rehearsal.repairedAt),
      recoversAt: orNull(rehearsal.recoversAt),
      ...(rehearsal.silence === undefined ? {} : { noData: rehearsal.silence.does }),
      runbook: alertUrl(organization, pipeline, rule.id) ?? null,
      problems,
    })),
    truth: pagePaths.map(({ pipeline, from, until, hours, disagreements }) => ({
      pipeline,
      from: text(from),
      until: text(until),
      hours,
      disagreements: disagreements.map((each) => ({
        from: text(each.from),
        until: text(each.until),
        expected: each.expected ?? null,
        paged: each.rendered ?? null,
      })),
    })),
    ...(holds.length === 0 ? {} : { holds: holds.map((hold) => holdJson(hold, text)) }),
    ...(logIns === undefined ? {} : { logIns: logIns.problems }),
  };
}
