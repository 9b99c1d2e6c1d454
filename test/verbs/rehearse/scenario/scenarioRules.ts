import { type LedgerRule, readsLedger } from '../../../../src/catalog';
import type { Broken } from '../../../../src/verbs/rehearse/scenario/scenarioOf';
import { catalogOf, FILES } from '../../../stacks/xyzTech';

/** Whatever of XYZ Tech's rules can be broken: each rule, each of its metrics, each of its bounds. */
export const RULES: readonly Broken[] = catalogOf(FILES).pipelines.flatMap(({ id, runbook }) =>
  (runbook?.alerts ?? []).filter(readsLedger).flatMap((rule) => brokenOf(id, rule)),
);

function brokenOf(pipeline: string, rule: LedgerRule): Broken[] {
  const metrics = 'metrics' in rule ? rule.metrics : [undefined];
  const bounds = rule.kind === 'range' ? (['min', 'max'] as const) : [undefined];
  return metrics.flatMap((metric) =>
    bounds.map((bound) => ({
      pipeline,
      rule,
      ...(metric === undefined ? {} : { metric }),
      ...(bound === undefined ? {} : { bound }),
    })),
  );
}
