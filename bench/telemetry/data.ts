import { Temporal } from 'temporal-polyfill';
import type { Telemetry } from '../../src/telemetry';

/** The first business date. */
export const FIRST = Temporal.PlainDate.from('2024-01-01');

/** Metrics of each pipeline: `m-0` is compared, two follow a trend, two have a range and may not be missing. */
export const METRICS = ['m-0', 'm-1', 'm-2', 'm-3', 'm-4'];

const [compared = '', ...others] = METRICS;
const [trends, ranges] = [others.slice(0, 2), others.slice(2)];

/** Every pipeline has a rule of each of the eight kinds. */
export function telemetryOf(pipelines: number): Telemetry {
  const ids = Array.from({ length: pipelines }, (_, index) => `p-${index}`);
  return {
    timeZone: 'Asia/Kuala_Lumpur',
    calendar: {
      workingWeek: [1, 2, 3, 4, 5],
      from: FIRST,
      until: Temporal.PlainDate.from('2027-12-31'),
      daysOff: [2024, 2025, 2026, 2027].flatMap((year) =>
        ['01-01', '02-01', '05-01', '08-31', '09-16', '12-25'].map((day) =>
          Temporal.PlainDate.from(`${year}-${day}`),
        ),
      ),
    },
    pipelines: ids,
    rules: ids.flatMap(rulesOf),
  };
}

type Rule = Telemetry['rules'][number];

function rulesOf(pipeline: string): Rule[] {
  const rule = (kind: Rule['kind'], metrics: readonly string[] = []) => ({
    pipeline,
    alert: `${kind}-alert`,
    kind,
    metrics,
  });
  return [
    { ...rule('deadline'), by: Temporal.PlainTime.from('09:00') },
    rule('discrepancy', [compared]),
    rule('freshness'),
    { ...rule('trend', trends), weeks: 8 },
    rule('failure'),
    rule('duration'),
    rule('range', ranges),
    rule('missing', ranges),
  ];
}
