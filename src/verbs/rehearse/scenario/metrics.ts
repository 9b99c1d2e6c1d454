import type { Temporal } from 'temporal-polyfill';
import type { DiscrepancyRule, RangeRule, TrendRule } from '../../../catalog';
import { businessDateAt, eveOf } from './businessDates';
import { metricReported, runFinished } from './reports';
import type { Scenario } from './scenario';

/** The usual value of a metric. */
const USUAL = 1000;

/** A metric whose value breaks a rule at a moment. */
export interface Figures {
  readonly pipeline: string;
  readonly metric: string;
  readonly begins: Temporal.Instant;
  /** IANA zone of business dates. */
  readonly timeZone: string;
}

/** An actual value that differs from the expected one by one per cent more than tolerated. */
export function wrongFigure(figures: Figures, { tolerancePercent }: DiscrepancyRule): Scenario {
  const { pipeline, metric } = figures;
  const { date } = datesOf(figures);
  const report = (actual: number) => metricReported(pipeline, metric, date, actual, USUAL);
  return corrected(figures, [], report(USUAL * (1 + (tolerancePercent + 1) / 100)), report(USUAL));
}

/** A value that drops by one per cent more than allowed; it rises if a drop would be below zero. */
export function suddenChange(figures: Figures, { deviationPercent, weeks }: TrendRule): Scenario {
  const { pipeline, metric } = figures;
  const { date } = datesOf(figures);
  const report = (actual: number, weeksAgo = 0) =>
    metricReported(pipeline, metric, date.subtract({ weeks: weeksAgo }), actual);
  const history = Array.from({ length: weeks }, (_, index) => report(USUAL, index + 1));
  const percent = deviationPercent + 1;
  const factor = percent < 100 ? 1 - percent / 100 : 1 + percent / 100;
  return corrected(figures, history, report(USUAL * factor), report(USUAL));
}

/** A value beyond a bound, by one or by one per cent. */
export function impossibleFigure(figures: Figures, { min, max }: RangeRule, bound: 'min' | 'max'): Scenario {
  const { pipeline, metric } = figures;
  const { date, yesterday } = datesOf(figures);
  const report = (actual: number) => metricReported(pipeline, metric, date, actual);
  const step = (limit: number) => Math.max(1, Math.abs(limit) / 100);
  const inside =
    min !== undefined && max !== undefined
      ? (min + max) / 2
      : min !== undefined
        ? min + step(min)
        : (max ?? 0) - step(max ?? 0);
  const beyond = bound === 'min' ? (min ?? 0) - step(min ?? 0) : (max ?? 0) + step(max ?? 0);
  const before = metricReported(pipeline, metric, yesterday, inside);
  return corrected(figures, [before], report(beyond), report(inside));
}

/** A run that succeeds without one of its metrics. */
export function missingFigure(figures: Figures): Scenario {
  const { pipeline, metric, begins } = figures;
  const { date, eve, yesterday } = datesOf(figures);
  return {
    firstDate: date,
    reports: [
      { at: eve, report: metricReported(pipeline, metric, yesterday, USUAL) },
      { at: eve, report: runFinished(pipeline, 'rehearsal, yesterday', 'succeeded', yesterday) },
      { at: begins, report: runFinished(pipeline, 'rehearsal', 'succeeded', date) },
    ],
    begins,
    repairs: () => [metricReported(pipeline, metric, date, USUAL)],
    repaired: 'value reported',
  };
}

/** The business date that breaks, and the one before it with the time of its report. */
function datesOf({ begins, timeZone }: Figures) {
  const date = businessDateAt(begins, timeZone);
  const eve = eveOf(date, timeZone);
  return { date, eve, yesterday: businessDateAt(eve, timeZone) };
}

function corrected(
  figures: Figures,
  history: readonly ReturnType<typeof metricReported>[],
  wrong: ReturnType<typeof metricReported>,
  right: ReturnType<typeof metricReported>,
): Scenario {
  const { begins } = figures;
  const { date, eve } = datesOf(figures);
  return {
    firstDate: date,
    reports: [...history.map((report) => ({ at: eve, report })), { at: begins, report: wrong }],
    begins,
    repairs: () => [right],
    repaired: 'value corrected',
  };
}
