import { z } from 'zod';
import { FAILURE_CLASSES } from '../model/alertRule';
import { alertId } from './alertId';
import { duration } from './duration';
import { metric } from './id';
import { localTime } from './time';
import { uniqueList } from './uniqueList';
import { addValueProblem, type ValueProblem } from './valueProblem';

/** Beyond this nothing is a threshold any more. */
const LARGEST = 1e12;

const common = {
  id: alertId.describe('Slug of the alert’s section in this runbook'),
  failureClass: z.enum(FAILURE_CLASSES).describe('Which class of failure it most often is'),
  priority: z.literal([1, 2, 3, 4, 5]).exactOptional().describe('Datadog’s priority, 1 (highest) to 5'),
};

const metrics = uniqueList(metric).describe('Metrics of the run ledger');

const NOTHING = { code: 'ALRT001', message: 'every run takes longer than nothing' } as const;

function number(check: (value: number) => ValueProblem | undefined = () => undefined) {
  return z
    .number({ error: 'write a number without quotes, unit or percent sign' })
    .min(-LARGEST)
    .max(LARGEST)
    .superRefine((value, context) => {
      const slip = check(value);
      if (slip !== undefined) addValueProblem(context, slip);
    });
}

const tolerancePercent = number((value) =>
  value >= 0
    ? undefined
    : { code: 'ALRT001', message: 'no difference is below zero per cent', wayOut: 'write 0 or more' },
).meta({ minimum: 0 });

const deviationPercent = number((value) =>
  value > 0
    ? undefined
    : {
        code: 'ALRT001',
        message: 'every value deviates by zero per cent or more',
        wayOut: 'write more than 0',
      },
).meta({ exclusiveMinimum: 0 });

/** Keys of each kind of alert rule, apart from those that all have. */
export const alertRule = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('deadline').describe('Not complete by a time on the next working day'),
    by: localTime.describe('Local time, e.g. "09:00"'),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('discrepancy').describe('Expected and actual value differ'),
    metrics,
    tolerancePercent: tolerancePercent.describe('Per cent of the expected value'),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('freshness').describe('Data lags'),
    maxLag: duration({ code: 'ALRT001', message: 'data always lags by more than nothing' }).describe(
      'e.g. 16h',
    ),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('trend').describe('Sudden drop or rise against history'),
    metrics,
    deviationPercent: deviationPercent.describe('Per cent of deviation from the usual value'),
    weeks: z.int().min(1).max(52).describe('Weeks of history, 1 to 52'),
  }),
  z.strictObject({ ...common, kind: z.literal('failure').describe('A run failed') }),
  z.strictObject({
    ...common,
    kind: z.literal('duration').describe('A run takes too long'),
    longerThan: duration(NOTHING).describe('e.g. 2h'),
  }),
  z
    .strictObject({
      ...common,
      kind: z.literal('range').describe('A value is too low or too high'),
      metrics,
      min: number().exactOptional().describe('Lowest value that is plausible'),
      max: number().exactOptional().describe('Highest value that is plausible'),
    })
    .superRefine(({ min, max }, context) => {
      if (min === undefined && max === undefined) {
        addValueProblem(context, {
          code: 'ALRT001',
          message: 'a range without bounds',
          wayOut: 'add min, max or both',
        });
      } else if (min !== undefined && max !== undefined && min >= max) {
        const slip: ValueProblem = {
          code: 'ALRT001',
          message: `min is not less than max (${max}), so every value would be out of range`,
          wayOut: 'write the smaller number as min',
        };
        addValueProblem(context, slip, ['min']);
      }
    }),
  z.strictObject({
    ...common,
    kind: z.literal('missing').describe('A metric has no value'),
    metrics,
  }),
]);
