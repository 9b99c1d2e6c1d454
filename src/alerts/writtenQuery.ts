import type { QueryRule } from '../catalog';
import { functionsOf, METRIC_TYPES, metricQuery, queryEnd } from '../query';
import { inertCut } from './inert';
import type { Signal } from './signal';

/** Longest query in a message, in UTF-16 units; Datadog shows all of it. */
const QUERY_LENGTH = 200;

/** A rule in Datadog's own query language: one signal, whose condition is the query. */
export function querySignals(rule: QueryRule): readonly Signal[] {
  const { head, comparison, number } = endOf(rule);
  const what = inertCut(head, QUERY_LENGTH);
  // Signs of comparison would be shown as quotation marks.
  const sign = COMPARISONS[comparison] ?? comparison;
  return [
    {
      path: [],
      label: '',
      happened: `${what} is {{value}}, ${sign} ${number}.`,
      recovered: `${what} is no longer ${sign} ${number}.`,
      silence: [
        'No data: whether this alert holds is not known, because what its query reads is not reported.',
        'Check first whether what reports it is running; what it measures may be well.',
      ],
    },
  ];
}

const COMPARISONS: Readonly<Record<string, string>> = {
  '>': 'above',
  '>=': 'at or above',
  '<': 'below',
  '<=': 'at or below',
  '==': 'equal to',
  '!=': 'other than',
};

/** The number at the end of a rule's query, as it is written there. */
export function thresholdText(rule: QueryRule): string {
  return endOf(rule).number;
}

/** Whether a metric query turns silence into zeros, so that Datadog has no option for missing data. */
export function fillsSilence({ type, query }: QueryRule): boolean {
  return isMetricType(type) && functionsOf(metricQuery(query).expression).includes('default_zero');
}

/** Whether a type of monitor watches metrics. */
export function isMetricType(type: string): boolean {
  return METRIC_TYPES.some((each) => each === type);
}

function endOf({ id, query }: QueryRule) {
  const end = queryEnd(query);
  if (end === undefined) throw new Error(`the query of ${id} has no threshold, which the catalog refuses`);
  return end;
}
