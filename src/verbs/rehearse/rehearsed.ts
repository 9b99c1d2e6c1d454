import type { AlertRule, Pipeline } from '../../catalog';
import type { Monitor } from '../../deployment';
import type { RuleRehearsal } from './ruleRehearsal';
import type { RuleProblem } from './verdict';

/** A monitor of one of the data's rules, to be rehearsed. */
export interface Rehearsable {
  readonly pipeline: Pipeline;
  readonly rule: AlertRule;
  readonly monitor: Monitor;
  /** @default - the rule has no metrics */
  readonly metric?: string;
  /** Range rules only. */
  readonly bound?: 'min' | 'max';
}

/** A monitor that was rehearsed and judged. */
export interface Rehearsed extends Rehearsable {
  readonly rehearsal: RuleRehearsal;
  readonly problems: readonly RuleProblem[];
}

/**
 * What distinguishes the monitors of one rule, for people; empty if there is only one.
 * @example
 * // 'revenue_growth_pct, max'
 */
export function variantText({ metric, bound }: Pick<Rehearsable, 'metric' | 'bound'>): string {
  return [metric, bound].filter((part) => part !== undefined).join(', ');
}
