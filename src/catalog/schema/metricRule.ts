import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { AGGREGATES, type Aggregate, NO_DATA } from '../model/alertRule';
import { datadogMetric, tagKey, tagValue } from './datadogName';
import { duration } from './duration';
import { text } from './text';
import { threshold } from './threshold';
import { addValueProblem } from './valueProblem';

/**
 * Longest window of a metric monitor: a week.
 * @see https://docs.datadoghq.com/api/latest/monitors/#create-a-monitor
 */
const LONGEST = Temporal.Duration.from({ hours: 168 });

/** Longest name of a unit. */
const UNIT_LENGTH = 20;

const over = duration({ code: 'ALRT002', message: 'a window of zero has no points' }).superRefine(
  (value, context) => {
    if (Temporal.Duration.compare(value, LONGEST) <= 0) return;
    addValueProblem(context, {
      code: 'ALRT002',
      message: 'Datadog looks back a week at most',
      wayOut: 'write at most 7d',
    });
  },
);

/** The keys of a rule of kind `metric`, besides the common ones. */
const KEYS = {
  kind: z.literal('metric').describe('Fires if a metric that is in Datadog is above or below a bound'),
  metric: datadogMetric.describe("The metric's name in Datadog, e.g. airflow.dag.lag"),
  where: z
    .record(tagKey, tagValue, { error: 'write a map of tags, e.g. { dag: orders }' })
    .default({})
    .describe('Tags that a series must have, all of them (default: all series)'),
  aggregate: z
    .enum(AGGREGATES)
    .default('avg')
    .describe('How the points of the window become one number, and the series too (default: avg)'),
  over: over.prefault('5m').describe('The window, e.g. 10m (default: 5m)'),
  above: threshold().exactOptional().describe('Fires above this number'),
  below: threshold().exactOptional().describe('Fires below this number'),
  noData: z
    .enum(NO_DATA)
    .default('alert')
    .describe('What missing data does: alert (default) notifies, ignore does nothing, resolve recovers'),
  unit: text(UNIT_LENGTH)
    .exactOptional()
    .describe('What the number counts, e.g. seconds: messages then say 1 h instead of 3600'),
};

/**
 * A rule of kind `metric`.
 * @param common the keys of every rule
 */
export function metricRule<Common extends z.ZodRawShape>(common: Common) {
  return z.strictObject({ ...common, ...KEYS }).superRefine((rule, context) => {
    const { above, below, aggregate } = rule as Bounds;
    if (above !== undefined && below !== undefined) {
      addValueProblem(
        context,
        {
          code: 'ALRT001',
          message: 'a rule of this kind has one bound, but this one has both above and below',
          wayOut: 'remove one, or write two rules, each with a section of its own',
        },
        ['below'],
      );
    } else if (above === undefined && below === undefined) {
      addValueProblem(context, {
        code: 'ALRT001',
        message: 'the rule has no bound',
        wayOut: 'add above or below',
      });
    } else if (aggregate === HIDING[above === undefined ? 'below' : 'above']) {
      addValueProblem(context, hidden(aggregate, above === undefined ? 'below' : 'above'), ['aggregate']);
    }
  });
}

/** What the checks look at; the type of a generic object is too wide for them. */
interface Bounds {
  readonly above?: number;
  readonly below?: number;
  readonly aggregate: Aggregate;
}

/** The aggregate that shows the best series: a bad one is never seen as long as another is good. */
const HIDING = { above: 'min', below: 'max' } as const;

function hidden(aggregate: Aggregate, side: 'above' | 'below') {
  const [seen, all] = side === 'above' ? ['max', 'min'] : ['min', 'max'];
  return {
    code: 'ALRT003',
    message: `with ${aggregate}, a series that is ${side} the bound is hidden by one that is not`,
    wayOut: `write aggregate: ${seen}; for "${side} in every minute of the window", a rule of kind query with ${all}(last_5m):${seen}:…`,
  } as const;
}
