import { type AlertRule, isHeld, type Pipeline, pagingWords, urgencyOf } from '../../catalog';
import { wrapped } from '../../text/wrapped';

/** The rules of a pipeline that are of low urgency, and those that wait for office hours, by id. */
export function quietJson(pipeline: Pipeline): { lowUrgency: string[]; held: string[] } {
  const ids = (isMeant: (rule: AlertRule) => boolean) =>
    (pipeline.runbook?.alerts ?? []).filter(isMeant).map(({ id }) => id);
  return {
    lowUrgency: pipeline.coverage === 'on-call' ? ids((rule) => urgencyOf(pipeline, rule) === 'low') : [],
    held: ids((rule) => isHeld(pipeline, rule)),
  };
}

/** A line for each way of paging other than at once and with high urgency, with the rules of a pipeline that page so. */
export function quietText(pipeline: Pipeline): string[] {
  const rules = pipeline.runbook?.alerts ?? [];
  const ways = new Map<string, string[]>();
  for (const rule of rules) {
    const way = pagingWords(pipeline, rule);
    if (way !== '') ways.set(way, [...(ways.get(way) ?? []), rule.id]);
  }
  return [...ways].map(([way, ids]) => {
    const which = ids.length === rules.length ? 'all alerts' : ids.join(', ');
    const step = way.startsWith('low urgency') ? '; PagerDuty notifies the first step alone' : '';
    return wrapped(`${pipeline.id}: ${which}: ${way}${step}`);
  });
}
