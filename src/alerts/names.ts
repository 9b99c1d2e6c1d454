import type { AlertRule, Pipeline } from '../catalog';
import { inert, inertCut } from './inert';
import { NAME_LENGTH } from './metricWords';
import type { Signal } from './signal';

/**
 * Title of a monitor. Datadog executes templates in names as in messages, so
 * its parts are inert.
 * @param several - whether the rule has more than one signal
 * @example
 * // Aggregate growth for investors: Growth out of range (revenue_growth_pct above bound)
 */
export function nameOf(pipeline: Pipeline, rule: AlertRule, signal: Signal, several: boolean): string {
  const title = `${inertCut(pipeline.name, NAME_LENGTH)}: ${inertCut(rule.section.title, NAME_LENGTH)}`;
  return several ? `${title} (${inertCut(signal.label, NAME_LENGTH)})` : title;
}

/**
 * The same names, each once: those that occur twice (after cutting, or because
 * a title ends like another's metric) bear the path in brackets, which are in
 * no inert text.
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
