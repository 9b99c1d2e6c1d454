import type { AlertRule, Pipeline } from '../catalog';
import { inert, inertCut } from './inert';
import type { Signal } from './signal';

/** Longest name (of a metric, an owner) in a message, in UTF-16 units. */
export const NAME_LENGTH = 80;

/** The name of a metric in a sentence, inert. */
export function metricWords(metric: string): string {
  return inertCut(metric, NAME_LENGTH);
}

/**
 * Title of a monitor. Datadog executes templates in names as well as in messages, so
 * its parts are inert.
 * @param several true if the rule has more than one signal
 * @example
 * // Aggregate growth for investors: Growth out of range (revenue_growth_pct above bound)
 */
export function nameOf(pipeline: Pipeline, rule: AlertRule, signal: Signal, several: boolean): string {
  const title = `${inertCut(pipeline.name, NAME_LENGTH)}: ${inertCut(rule.section.title, NAME_LENGTH)}`;
  return several ? `${title} (${inertCut(signal.label, NAME_LENGTH)})` : title;
}

/**
 * Makes names unique: those that occur several times (after cutting, or because a title
 * ends like another's metric) get their path in brackets, which inert text never has.
 */
export function uniqueNames(
  named: readonly { readonly name: string; readonly path: readonly string[] }[],
): string[] {
  return named.map(({ name, path }) =>
    named.filter((other) => other.name === name).length === 1
      ? name
      : `${name} [${path.map(inert).join('/')}]`,
  );
}
