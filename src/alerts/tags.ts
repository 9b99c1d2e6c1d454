import { type AlertRule, isHeld, ownerId, ownerTeam, type Pipeline } from '../catalog';
import { MARK_TAG } from '../text/mark';
import type { Signal } from './signal';

/** The tag of monitors whose alerts wait for office hours; the downtimes of their pipeline look for it. */
export const HOLD_TAG = 'hold:office-hours';

/** Tags of a monitor, sorted, because Datadog keeps them as a set and a diff should be stable. */
export function tagsOf(pipeline: Pipeline, rule: AlertRule, signal: Signal): readonly string[] {
  return [
    `pipeline:${pipeline.id}`,
    `alert:${rule.id}`,
    `kind:${rule.kind}`,
    `failure_class:${rule.failureClass}`,
    `team:${ownerTeam(pipeline.primary).id}`,
    `owner:${ownerId(pipeline.primary)}`,
    ...(signal.metric === undefined ? [] : [`metric:${signal.metric.toLowerCase()}`]),
    ...(isHeld(pipeline, rule) ? [HOLD_TAG] : []),
    MARK_TAG,
  ].sort();
}

/**
 * Tags by which a maintenance finds all monitors of a pipeline, sorted. Its owner is among them only
 * because Datadog refuses two downtimes of the same tags at the same times, and office hours or
 * `watchbill mute` may have one.
 */
export function maintenanceTags({ id, primary }: Pipeline): readonly string[] {
  return [MARK_TAG, `owner:${ownerId(primary)}`, `pipeline:${id}`];
}
