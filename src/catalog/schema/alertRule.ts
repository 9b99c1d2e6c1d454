import * as z from 'zod';
import { FAILURE_CLASSES } from '../model/alertRule';
import { alertId } from './alertId';
import { duration } from './duration';
import { pageUrl } from './httpsUrl';
import { metric } from './id';
import { metricRule } from './metricRule';
import { pagingKeys } from './paging';
import { queryRule } from './queryRule';
import { threshold } from './threshold';
import { localTime } from './time';
import { uniqueList } from './uniqueList';
import { addValueProblem, type ValueProblem } from './valueProblem';

const common = {
  id: alertId.describe("Slug of the alert's section in this runbook"),
  failureClass: z.enum(FAILURE_CLASSES).describe('The class of failure that it most often is'),
  runbook: pageUrl
    .exactOptional()
    .describe('An existing page that the message links to; the rule then needs no section here'),
  priority: z.literal([1, 2, 3, 4, 5]).exactOptional().describe("Datadog's priority, 1 (highest) to 5"),
  ...pagingKeys('rule'),
};

const metrics = uniqueList(metric).describe('Metrics of the run ledger');

const tolerancePercent = threshold((value) =>
  value >= 0
    ? undefined
    : { code: 'ALRT001', message: 'a tolerance cannot be negative', wayOut: 'write 0 or more' },
).meta({ minimum: 0 });

const deviationPercent = threshold((value) =>
  value > 0
    ? undefined
    : {
        code: 'ALRT001',
        message: 'every value deviates by at least 0 percent',
        wayOut: 'write more than 0',
      },
).meta({ exclusiveMinimum: 0 });

/** An alert rule; each kind has its own keys besides the common ones. */
export const alertRule = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('deadline').describe('Fires if not complete by a time on the next working day'),
    by: localTime.describe('Local time, e.g. "09:00"'),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('discrepancy').describe('Fires if the expected and actual values differ'),
    metrics,
    tolerancePercent: tolerancePercent.describe('Percentage of the expected value'),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('freshness').describe('Fires if data lags'),
    maxLag: duration({ code: 'ALRT001', message: 'data always lags by more than zero' }).describe('e.g. 16h'),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('trend').describe('Fires on a sudden drop or rise compared with history'),
    metrics,
    deviationPercent: deviationPercent.describe('Deviation from the usual value, in percent'),
    weeks: z.int().min(1).max(52).describe('Weeks of history, 1 to 52'),
  }),
  z.strictObject({ ...common, kind: z.literal('failure').describe('Fires if a run failed') }),
  z.strictObject({
    ...common,
    kind: z.literal('duration').describe('Fires if a run takes too long'),
    longerThan: duration({ code: 'ALRT001', message: 'every run takes longer than zero' }).describe(
      'e.g. 2h',
    ),
  }),
  z
    .strictObject({
      ...common,
      kind: z.literal('range').describe('Fires if a value is too low or too high'),
      metrics,
      min: threshold().exactOptional().describe('Lowest plausible value'),
      max: threshold().exactOptional().describe('Highest plausible value'),
    })
    .superRefine(({ min, max }, context) => {
      if (min === undefined && max === undefined) {
        addValueProblem(context, {
          code: 'ALRT001',
          message: 'the range has no bounds',
          wayOut: 'add min, max or both',
        });
      } else if (min !== undefined && max !== undefined && min >= max) {
        const problem: ValueProblem = {
          code: 'ALRT001',
          message: `min is not less than max (${max}), so every value would be out of range`,
          wayOut: 'write the smaller number as min',
        };
        addValueProblem(context, problem, ['min']);
      }
    }),
  z.strictObject({
    ...common,
    kind: z.literal('missing').describe('Fires if a metric has no value'),
    metrics,
  }),
  metricRule(common),
  queryRule(common),
]);
