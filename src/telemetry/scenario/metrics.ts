import type { Temporal } from 'temporal-polyfill';
import type { DiscrepancyRule, RangeRule, TrendRule } from '../../catalog';
import { metricReported, runFinished } from './reports';
import type { Scenario } from './scenario';

/** What a metric usually is. */
const USUAL = 1000;

/** When the business date's figures are reported, and break the rule. */
export interface Figures {
  readonly pipeline: string;
  readonly metric: string;
  readonly date: Temporal.PlainDate;
  readonly begins: Temporal.Instant;
}

/** An actual value that differs from the expected one by a per cent more than is tolerated. */
export function wrongFigure(figures: Figures, { tolerancePercent }: DiscrepancyRule): Scenario {
  const { pipeline, metric, date } = figures;
  const report = (actual: number) => metricReported(pipeline, metric, date, actual, USUAL);
  return corrected(figures, [], report(USUAL * (1 + (tolerancePercent + 1) / 100)), report(USUAL));
}

/** A value that drops by a per cent more than is usual; it rises where a drop would be below zero. */
export function suddenChange(figures: Figures, { deviationPercent, weeks }: TrendRule): Scenario {
  const { pipeline, metric, date } = figures;
  const report = (actual: number, weeksAgo = 0) =>
    metricReported(pipeline, metric, date.subtract({ weeks: weeksAgo }), actual);
  const history = Array.from({ length: weeks }, (_, index) => report(USUAL, index + 1));
  const percent = deviationPercent + 1;
  const factor = percent < 100 ? 1 - percent / 100 : 1 + percent / 100;
  return corrected(figures, history, report(USUAL * factor), report(USUAL));
}

/** A value beyond a bound, by one or by a hundredth. */
export function impossibleFigure(figures: Figures, { min, max }: RangeRule, bound: 'min' | 'max'): Scenario {
  const { pipeline, metric, date } = figures;
  const report = (actual: number) => metricReported(pipeline, metric, date, actual);
  const step = (limit: number) => Math.max(1, Math.abs(limit) / 100);
  const inside =
    min !== undefined && max !== undefined
      ? (min + max) / 2
      : min !== undefined
        ? min + step(min)
        : (max ?? 0) - step(max ?? 0);
  const beyond = bound === 'min' ? (min ?? 0) - step(min ?? 0) : (max ?? 0) + step(max ?? 0);
  const yesterday = metricReported(pipeline, metric, date.subtract({ days: 1 }), inside);
  return corrected(figures, [yesterday], report(beyond), report(inside));
}

/** A run that succeeds without one of its figures. */
export function missingFigure({ pipeline, metric, date, begins }: Figures): Scenario {
  const yesterday = date.subtract({ days: 1 });
  const before = begins.subtract({ hours: 24 });
  return {
    firstDate: date,
    reports: [
      { at: before, report: metricReported(pipeline, metric, yesterday, USUAL) },
      { at: before, report: runFinished(pipeline, 'rehearsal, yesterday', 'succeeded', yesterday) },
      { at: begins, report: runFinished(pipeline, 'rehearsal', 'succeeded', date) },
    ],
    begins,
    repairs: () => [metricReported(pipeline, metric, date, USUAL)],
    repaired: 'value reported',
  };
}

function corrected(
  { date, begins }: Figures,
  history: readonly ReturnType<typeof metricReported>[],
  wrong: ReturnType<typeof metricReported>,
  right: ReturnType<typeof metricReported>,
): Scenario {
  const before = begins.subtract({ hours: 24 });
  return {
    firstDate: date,
    reports: [...history.map((report) => ({ at: before, report })), { at: begins, report: wrong }],
    begins,
    repairs: () => [right],
    repaired: 'value corrected',
  };
}
