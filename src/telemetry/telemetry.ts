import { Temporal } from 'temporal-polyfill';
import { type AlertKind, type Catalog, isoWeekday } from '../catalog';
import { holidayDays } from '../roster';

/** What the ledger has to know of the team's data. */
export interface Telemetry {
  /** IANA zone of business dates and deadlines. */
  readonly timeZone: string;
  readonly calendar: WorkingCalendar;
  /** Ids of all pipelines, in the data's order. */
  readonly pipelines: readonly string[];
  readonly rules: readonly TelemetryRule[];
}

/** When people are at work, for the years of which the holidays are known. */
export interface WorkingCalendar {
  /** ISO numbers of the days of the working week. */
  readonly workingWeek: readonly number[];
  /** First and last day of which it is known whether people work. */
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
  /** Days of the working week on which nobody is at work: holidays and replacement days. */
  readonly daysOff: readonly Temporal.PlainDate[];
}

/** An alert rule, as far as a gauge's value depends on it. */
export interface TelemetryRule {
  readonly pipeline: string;
  readonly alert: string;
  readonly kind: AlertKind;
  /** Metrics that the rule reads; empty where it reads none. */
  readonly metrics: readonly string[];
  /** Only of a deadline: the local time on the next working day. */
  readonly by?: Temporal.PlainTime;
  /** Only of a trend. */
  readonly weeks?: number;
}

/** What the ledger has to know of a catalog. */
export function telemetryOf(catalog: Catalog): Telemetry {
  return {
    timeZone: catalog.organization.timeZone,
    calendar: calendarOf(catalog),
    pipelines: catalog.pipelines.map(({ id }) => id),
    rules: catalog.pipelines.flatMap(({ id, runbook }) =>
      (runbook?.alerts ?? []).map((rule) => ({
        pipeline: id,
        alert: rule.id,
        kind: rule.kind,
        metrics: 'metrics' in rule ? rule.metrics : [],
        ...(rule.kind === 'deadline' ? { by: rule.by } : {}),
        ...(rule.kind === 'trend' ? { weeks: rule.weeks } : {}),
      })),
    ),
  };
}

/**
 * The calendar of the years whose holidays are known: of several stretches of years
 * the last one. Whether people work on other days is not known, and nothing is guessed.
 */
function calendarOf({ organization, holidays, holidayYears }: Catalog): WorkingCalendar {
  const last = holidayYears.at(-1);
  if (last === undefined) throw new Error('a catalog without holiday files has errors');
  let first = last;
  while (holidayYears.includes(first - 1)) first -= 1;
  const workingWeek = organization.workingWeek.map(isoWeekday);
  return {
    workingWeek,
    from: new Temporal.PlainDate(first, 1, 1),
    until: new Temporal.PlainDate(last, 12, 31),
    daysOff: holidayDays(holidays, organization)
      .map(({ date }) => date)
      .filter((date) => date.year >= first && date.year <= last && workingWeek.includes(date.dayOfWeek)),
  };
}
