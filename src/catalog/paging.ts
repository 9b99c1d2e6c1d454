import { type Paging, URGENCIES, type Urgency } from './model/paging';
import type { Pipeline } from './model/pipeline';

/** What decides how a pipeline pages. */
type Paged = Paging & Pick<Pipeline, 'coverage'>;

/** A pipeline with its rules. */
type PagedWithRules = Paged & { readonly runbook?: { readonly alerts: readonly Paging[] } };

/** The urgency of a rule: its own, otherwise its pipeline's, otherwise `high`. */
export function urgencyOf(pipeline: Paging, rule: Paging): Urgency {
  return rule.urgency ?? pipeline.urgency ?? 'high';
}

/** Whether the alerts of an on-call pipeline's rule wait until office hours begin. */
export function isHeld(pipeline: Paged, rule: Paging): boolean {
  return pipeline.coverage === 'on-call' && (rule.hold ?? pipeline.hold) === 'office-hours';
}

/** Whether the alerts of a rule arrive only in office hours: as pages if it is held, otherwise as mails. */
export function waitsForOffice(pipeline: Paged, rule: Paging): boolean {
  return pipeline.coverage === 'office-hours' || isHeld(pipeline, rule);
}

/** Whether all rules of an on-call pipeline are held, so that it pages only in office hours. */
export function isAllHeld(pipeline: PagedWithRules): boolean {
  // The runbook may not have been read, and no rule can lift its pipeline's hold.
  const rules = pipeline.runbook?.alerts ?? [];
  return isHeld(pipeline, {}) || (rules.length > 0 && rules.every((rule) => isHeld(pipeline, rule)));
}

/** The urgencies of an on-call pipeline's rules, each once, `high` first; each has a PagerDuty service. */
export function urgenciesOf(pipeline: PagedWithRules): readonly Urgency[] {
  if (pipeline.coverage !== 'on-call') return [];
  const rules: readonly Paging[] = pipeline.runbook?.alerts ?? [];
  return URGENCIES.filter((urgency) => rules.some((rule) => urgencyOf(pipeline, rule) === urgency));
}

/**
 * The word after `@pagerduty-` by which Datadog reaches a pipeline's service of an urgency.
 * @example
 * pagerDutyHandle({ id: 'orders' }, 'low') // 'orders-low'
 */
export function pagerDutyHandle({ id }: Pick<Pipeline, 'id'>, urgency: Urgency): string {
  return urgency === 'high' ? id : `${id}-low`;
}

/**
 * The name of a pipeline's PagerDuty service of an urgency.
 * @example
 * serviceName({ name: 'Orders' }, 'low') // 'Orders (low urgency)'
 */
export function serviceName({ name }: Pick<Pipeline, 'name'>, urgency: Urgency): string {
  return urgency === 'high' ? name : `${name} (low urgency)`;
}

/**
 * How a rule of an on-call pipeline pages, if not at once and with high urgency.
 * @example
 * pagingWords(pipeline, rule) // 'low urgency, waits for office hours'
 */
export function pagingWords(pipeline: Paged, rule: Paging): string {
  if (pipeline.coverage !== 'on-call') return '';
  return [
    ...(urgencyOf(pipeline, rule) === 'low' ? ['low urgency'] : []),
    ...(isHeld(pipeline, rule) ? ['waits for office hours'] : []),
  ].join(', ');
}
