import type { Aggregate, MetricRule } from '../catalog';
import { amountWords } from './amountWords';
import { durationWords } from './durationWords';
import { inert } from './inert';
import { metricWords } from './names';
import type { Signal } from './signal';
import { windowText } from './window';

/** A metric that is in Datadog already is above or below a bound. */
export function metricSignals(rule: MetricRule): readonly Signal[] {
  const { metric, aggregate, over, above, below, unit } = rule;
  const side = above === undefined ? 'below' : 'above';
  const critical = above ?? below ?? 0;
  const bound = inert(amountWords(critical, unit));
  const window = durationWords(over);
  const value = unit === undefined ? '{{value}}' : `{{value}} ${unit === 'percent' ? '%' : inert(unit)}`;
  return [
    {
      path: [],
      metric,
      label: metric,
      series: `${metric}{${scopeOf(rule)}}`,
      condition: {
        aggregation: aggregate,
        window: windowText(over),
        space: aggregate,
        comparison: side === 'above' ? '>' : '<',
        critical,
      },
      happened: `The ${WORDS[aggregate]} of ${metricWords(metric)}${whereWords(rule)} over the last ${window} is ${value}, ${side} ${bound}.`,
      recovered: `the ${WORDS[aggregate]} of ${metricWords(metric)} over the last ${window} is ${bound} or ${side === 'above' ? 'less' : 'more'}.`,
      silence: [
        `No data: whether this alert holds is not known, because ${metricWords(metric)}${whereWords(rule)} is not reported.`,
        'Check first whether what reports it is running; what it measures may be well.',
      ],
    },
  ];
}

const WORDS = {
  avg: 'average',
  min: 'minimum',
  max: 'maximum',
  sum: 'sum',
} as const satisfies Record<Aggregate, string>;

/** The tags as a query writes them; `*` for all series. */
function scopeOf({ where }: MetricRule): string {
  const tags = Object.entries(where).map(([key, value]) => `${key}:${value}`);
  return tags.length === 0 ? '*' : tags.join(',');
}

function whereWords(rule: MetricRule): string {
  const scope = scopeOf(rule);
  return scope === '*' ? '' : ` (${inert(scope.replaceAll(',', ', '))})`;
}
