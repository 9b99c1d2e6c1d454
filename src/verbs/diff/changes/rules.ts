import type { AlertRule, Catalog } from '../../../catalog';
import { type Comparison, idsOf } from './comparison';
import type { RuleChange } from './diff';
import { factsOf, metricsOf, type RuleFact, ruleWords } from './ruleFacts';

/** Rules that appear, disappear or change, with a change per key. */
export function ruleChanges({ before, after }: Comparison): RuleChange[] {
  return idsOf(after.catalog.pipelines, before.catalog.pipelines).flatMap((pipeline) => {
    const [old, present] = [alertsOf(before.catalog, pipeline), alertsOf(after.catalog, pipeline)];
    return idsOf(present, old).flatMap((alert) => {
      const was = old.find(({ id }) => id === alert);
      const is = present.find(({ id }) => id === alert);
      return changesOfRule(was, is).map((change) => ({ pipeline, alert, ...change }));
    });
  });
}

/** The rules of a pipeline; none without a runbook, or without such a pipeline. */
export function alertsOf(catalog: Catalog, pipeline: string): readonly AlertRule[] {
  return catalog.pipelines.find(({ id }) => id === pipeline)?.runbook?.alerts ?? [];
}

type Change = Omit<RuleChange, 'pipeline' | 'alert'>;

function changesOfRule(was: AlertRule | undefined, is: AlertRule | undefined): Change[] {
  if (was === undefined) {
    return is === undefined ? [] : [{ what: 'rule', change: 'added', after: ruleWords(is) }];
  }
  if (is === undefined) return [{ what: 'rule', change: 'removed', before: ruleWords(was) }];
  if (was.kind !== is.kind) {
    return [{ what: 'kind', change: 'changed', before: ruleWords(was), after: ruleWords(is) }];
  }
  return [...metricChanges(metricsOf(was), metricsOf(is)), ...factChanges(factsOf(was), factsOf(is))];
}

function metricChanges(was: readonly string[], is: readonly string[]): Change[] {
  const added = is.filter((metric) => !was.includes(metric));
  const removed = was.filter((metric) => !is.includes(metric));
  return [
    ...added.map((after): Change => ({ what: 'metric', change: 'added', after })),
    ...removed.map((before): Change => ({ what: 'metric', change: 'removed', before })),
  ];
}

function factChanges(was: readonly RuleFact[], is: readonly RuleFact[]): Change[] {
  const aspects = new Set([...is, ...was].map(({ what }) => what));
  return [...aspects].flatMap((what): Change[] => {
    const old = was.find((fact) => fact.what === what);
    const present = is.find((fact) => fact.what === what);
    if (old?.words === present?.words) return [];
    return [
      {
        what,
        change: direction(old, present),
        ...(old && { before: old.words }),
        ...(present && { after: present.words }),
      },
    ];
  });
}

/** A bound that appears tightens a rule, one that disappears loosens it. */
function direction(was: RuleFact | undefined, is: RuleFact | undefined): RuleChange['change'] {
  const [old, present] = [slackOf(was), slackOf(is)];
  if (old === undefined || present === undefined) return 'changed';
  return present > old ? 'loosened' : 'tightened';
}

/** No bound at all is the most lenient; undefined if the key cannot be measured. */
function slackOf(fact: RuleFact | undefined): number | undefined {
  return fact === undefined ? Number.POSITIVE_INFINITY : fact.slack;
}
