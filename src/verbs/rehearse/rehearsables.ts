import type { Catalog } from '../../catalog';
import { findById } from '../../cli/suggestion';
import { type Deployment, DeploymentError, type Monitor } from '../../deployment';
import { UsageError } from '../../text/usageError';
import type { Rehearsable } from './rehearsed';

/**
 * Finds the deployed monitors of every rule by their tags.
 * @throws DeploymentError if a rule has none, so that it would never notify anybody
 */
export function rehearsables({ pipelines }: Catalog, { monitors }: Deployment): Rehearsable[] {
  return pipelines.flatMap((pipeline) =>
    (pipeline.runbook?.alerts ?? []).flatMap((rule) => {
      const own = monitors.filter(
        (monitor) => tagOf(monitor, 'pipeline') === pipeline.id && tagOf(monitor, 'alert') === rule.id,
      );
      if (own.length === 0) {
        throw new DeploymentError(
          `${pipeline.id}, ${rule.id}`,
          '',
          'no monitor of this rule is deployed; npx watchbill deploy creates it',
        );
      }
      return own.map((monitor) => {
        const metric = tagOf(monitor, 'metric');
        return {
          pipeline,
          rule,
          monitor,
          ...(metric === undefined ? {} : { metric }),
          ...(rule.kind === 'range'
            ? { bound: / < /.test(monitor.query) ? ('min' as const) : ('max' as const) }
            : {}),
        };
      });
    }),
  );
}

function tagOf({ tags }: Monitor, key: string): string | undefined {
  return tags.find((tag) => tag.startsWith(`${key}:`))?.slice(key.length + 1);
}

/**
 * The monitors of one pipeline, or of one of its rules, or all of them.
 * @throws UsageError for an unknown id, or a pipeline without rules
 */
export function chosen(
  all: readonly Rehearsable[],
  { pipelines }: Catalog,
  pipelineId: string | undefined,
  alertId: string | undefined,
): readonly Rehearsable[] {
  if (pipelineId === undefined) return all;
  const pipeline = findById('pipeline', pipelines, pipelineId);
  const own = all.filter((each) => each.pipeline === pipeline);
  if (own.length === 0)
    throw new UsageError(`"${pipelineId}" has no alert rule: there is nothing to rehearse`);
  if (alertId === undefined) return own;
  const { id } = findById(
    'alert',
    own.map(({ rule }) => rule),
    alertId,
  );
  return own.filter(({ rule }) => rule.id === id);
}
