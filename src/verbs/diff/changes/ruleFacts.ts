import { Temporal } from 'temporal-polyfill';
import { amountWords } from '../../../alerts/amountWords';
import { durationWords } from '../../../alerts/durationWords';
import { plainNumber } from '../../../alerts/plainNumber';
import {
  type AlertRule,
  isHeld,
  type MetricRule,
  type Pipeline,
  type QueryRule,
  urgencyOf,
} from '../../../catalog';
import { queryEnd } from '../../../query';
import { counted } from '../../../text/counted';
import type { RuleAspect } from './diff';

/** One key of a rule, in words, and how lenient it is, if that can be measured. */
export interface RuleFact {
  readonly what: RuleAspect;
  readonly words: string;
  /**
   * The higher, the later or the less often the rule fires.
   * @default - the key has no looser or tighter values
   */
  readonly slack?: number;
}

/** Every key of a rule with a single value, its pipeline's included; metrics are compared one by one instead. */
export function factsOf(pipeline: Pipeline, rule: AlertRule): readonly RuleFact[] {
  return [
    ...ownFacts(rule),
    ...(rule.priority === undefined
      ? []
      : [{ what: 'priority' as const, words: `priority ${rule.priority}` }]),
    ...pagingFacts(pipeline, rule),
    ...(rule.runbook === undefined ? [] : [{ what: 'runbook' as const, words: rule.runbook }]),
    { what: 'failureClass', words: `failure class ${rule.failureClass}` },
  ];
}

/** How a rule of an on-call pipeline pages; an office-hours pipeline's never do. */
function pagingFacts(pipeline: Pipeline, rule: AlertRule): readonly RuleFact[] {
  if (pipeline.coverage !== 'on-call') return [];
  return [
    { what: 'urgency', words: `${urgencyOf(pipeline, rule)} urgency` },
    { what: 'hold', words: isHeld(pipeline, rule) ? 'waits for office hours' : 'pages at once' },
  ];
}

/** The metrics of a rule, if its kind has any. */
export function metricsOf(rule: AlertRule): readonly string[] {
  return 'metrics' in rule ? rule.metrics : [];
}

/**
 * A whole rule in words.
 * @example
 * ruleWords(rule) // 'discrepancy: total_profit, tolerance 1 %'
 */
export function ruleWords(rule: AlertRule): string {
  const parts = [...metricsOf(rule), ...ownFacts(rule).map(({ words }) => words)];
  return parts.length === 0 ? rule.kind : `${rule.kind}: ${parts.join(', ')}`;
}

function ownFacts(rule: AlertRule): readonly RuleFact[] {
  switch (rule.kind) {
    case 'deadline': {
      const slack = Temporal.PlainTime.from('00:00').until(rule.by).total('seconds');
      return [{ what: 'by', words: `by ${rule.by.toString({ smallestUnit: 'minute' })}`, slack }];
    }
    case 'discrepancy':
      return [
        {
          what: 'tolerancePercent',
          words: `tolerance ${plainNumber(rule.tolerancePercent)} %`,
          slack: rule.tolerancePercent,
        },
      ];
    case 'freshness':
      return [{ what: 'maxLag', ...lengthFact('lag of at most', rule.maxLag) }];
    case 'trend':
      return [
        {
          what: 'deviationPercent',
          words: `deviation ${plainNumber(rule.deviationPercent)} %`,
          slack: rule.deviationPercent,
        },
        { what: 'weeks', words: `${counted(rule.weeks, 'week')} of history` },
      ];
    case 'duration':
      return [{ what: 'longerThan', ...lengthFact('longer than', rule.longerThan) }];
    case 'range':
      return [
        ...(rule.min === undefined
          ? []
          : [{ what: 'min' as const, words: `at least ${plainNumber(rule.min)}`, slack: -rule.min }]),
        ...(rule.max === undefined
          ? []
          : [{ what: 'max' as const, words: `at most ${plainNumber(rule.max)}`, slack: rule.max }]),
      ];
    case 'metric':
      return metricFacts(rule);
    case 'query':
      return queryFacts(rule);
    case 'failure':
    case 'missing':
      return [];
  }
}

function queryFacts({ query, type, noData }: QueryRule): readonly RuleFact[] {
  const { head, comparison, number } = queryEnd(query) ?? { head: query, comparison: '', number: '' };
  const sign = { '>': 1, '<': -1 }[comparison.charAt(0)];
  return [
    { what: 'query', words: `${head} ${comparison}` },
    { what: 'threshold', words: number, ...(sign === undefined ? {} : { slack: sign * Number(number) }) },
    ...(type === 'query alert' ? [] : [{ what: 'type' as const, words: `type ${type}` }]),
    ...(noData === undefined ? [] : [{ what: 'noData' as const, words: `no data: ${noData}` }]),
  ];
}

function metricFacts(rule: MetricRule): readonly RuleFact[] {
  const { metric, where, aggregate, over, above, below, noData, unit } = rule;
  const tags = Object.entries(where).map(([key, value]) => `${key}:${value}`);
  return [
    { what: 'metric', words: metric },
    { what: 'where', words: tags.length === 0 ? 'all series' : `where ${tags.join(', ')}` },
    { what: 'aggregate', words: aggregate },
    { what: 'over', words: `over ${durationWords(over)}` },
    ...(above === undefined
      ? []
      : [{ what: 'above' as const, words: `above ${amountWords(above, unit)}`, slack: above }]),
    ...(below === undefined
      ? []
      : [{ what: 'below' as const, words: `below ${amountWords(below, unit)}`, slack: -below }]),
    { what: 'noData', words: `no data: ${noData}` },
  ];
}

function lengthFact(words: string, length: Temporal.Duration): Pick<RuleFact, 'words' | 'slack'> {
  const slack = length.total({ unit: 'seconds', relativeTo: Temporal.PlainDate.from('2000-01-01') });
  return { words: `${words} ${durationWords(length)}`, slack };
}
