import type { AlertRule, Owner, Pipeline } from '../catalog';
import { ownerId } from '../catalog';
import { MARK_TAG } from '../text/mark';
import type { Signal } from './signal';

/** Tags of a monitor, sorted, because Datadog keeps them as a set and a diff should be stable. */
export function tagsOf(pipeline: Pipeline, rule: AlertRule, signal: Signal): readonly string[] {
  return [
    `pipeline:${pipeline.id}`,
    `alert:${rule.id}`,
    `kind:${rule.kind}`,
    `failure_class:${rule.failureClass}`,
    `team:${teamId(pipeline.primary)}`,
    `owner:${ownerId(pipeline.primary)}`,
    ...(signal.metric === undefined ? [] : [`metric:${signal.metric.toLowerCase()}`]),
    MARK_TAG,
  ].sort();
}

/** The owner's team: a person's team, or the owning team itself. */
function teamId(owner: Owner): string {
  return owner.kind === 'person' ? owner.person.team.id : owner.team.id;
}
