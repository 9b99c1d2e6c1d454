import type { AlertRule, Catalog, Pipeline } from '../../../catalog';
import { type Comparison, idsOf } from './comparison';
import type { RuleChange } from './diff';
import { factsOf, metricsOf, type RuleFact, ruleWords } from './ruleFacts';

/** Rules that appear, disappear or change, with a change per key. */
export function ruleChanges({ before, after }: Comparison): RuleChange[] {
  return idsOf(after.catalog.pipelines, before.catalog.pipelines).flatMap((pipeline) => {
    const [old, present] = [rulesOf(before.catalog, pipeline), rulesOf(after.catalog, pipeline)];
    const rules = idsOf(
      present.map(({ rule }) => rule),
      old.map(({ rule }) => rule),
    );
    return rules.flatMap((alert) => {
      const was = old.find(({ rule }) => rule.id === alert);
      const is = present.find(({ rule }) => rule.id === alert);
      return changesOfRule(was, is).map((change) => ({ pipeline, alert, ...change }));
    });
  });
}

/** A rule and its pipeline, whose keys it may take over. */
export interface OwnedRule {
  readonly pipeline: Pipeline;
  readonly rule: AlertRule;
}

/** The rules of a pipeline; none without a runbook, or without such a pipeline. */
export function rulesOf(catalog: Catalog, id: string): readonly OwnedRule[] {
  return catalog.pipelines
    .filter((pipeline) => pipeline.id === id)
    .flatMap((pipeline) => (pipeline.runbook?.alerts ?? []).map((rule) => ({ pipeline, rule })));
}

type Change = Omit<RuleChange, 'pipeline' | 'alert'>;

function changesOfRule(old: OwnedRule | undefined, present: OwnedRule | undefined): Change[] {
  const [was, is] = [old?.rule, present?.rule];
  if (old === undefined || was === undefined) {
    return is === undefined ? [] : [{ what: 'rule', change: 'added', after: ruleWords(is) }];
  }
  if (present === undefined || is === undefined) {
    return [{ what: 'rule', change: 'removed', before: ruleWords(was) }];
  }
  if (was.kind !== is.kind) {
    return [{ what: 'kind', change: 'changed', before: ruleWords(was), after: ruleWords(is) }];
  }
  const facts = factChanges(factsOf(old.pipeline, was), factsOf(present.pipeline, is));
  const isPaging = ({ what }: Change) => what === 'urgency' || what === 'hold';
  // A pipeline that no longer pages, or now does, is reported as a whole (DIFF011, DIFF012).
  const isTold = old.pipeline.coverage === present.pipeline.coverage;
  const told = facts.filter((each) => isTold || !isPaging(each));
  return [...metricChanges(metricsOf(was), metricsOf(is)), ...told];
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
