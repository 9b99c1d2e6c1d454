import type { Catalog, Pipeline } from '../../catalog';
import { findById } from '../../cli/suggestion';
import { type Deployment, DeploymentError, type Monitor } from '../../deployment';
import { UsageError } from '../../text/usageError';
import type { Rehearsable } from './rehearsed';

/** What somebody asks for: a pipeline and one of its rules, or all of them. */
type Wanted = readonly [pipelineId: string | undefined, alertId: string | undefined];

/**
 * The monitors of one pipeline, or of one of its rules, or all of them.
 * @throws UsageError for an unknown id, or a pipeline without rules
 * @throws DeploymentError if one of these rules has no monitor
 */
export function rehearsables(catalog: Catalog, { monitors }: Deployment, wanted: Wanted): Rehearsable[] {
  return chosen(catalog, wanted).flatMap(({ pipeline, rule }) => {
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
  });
}

function tagOf({ tags }: Monitor, key: string): string | undefined {
  return tags.find((tag) => tag.startsWith(`${key}:`))?.slice(key.length + 1);
}

function chosen({ pipelines }: Catalog, [pipelineId, alertId]: Wanted) {
  const rulesOf = (pipeline: Pipeline) =>
    (pipeline.runbook?.alerts ?? []).map((rule) => ({ pipeline, rule }));
  if (pipelineId === undefined) return pipelines.flatMap(rulesOf);
  const own = rulesOf(findById('pipeline', pipelines, pipelineId));
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
