import { Temporal } from 'temporal-polyfill';
import { type Catalog, isoWeekday, type LedgerKind, type Office, ownOffice, readsLedger } from '../catalog';
import { daysOff } from '../roster';

/** The part of the team's data that the ledger needs. */
export interface Telemetry {
  /** IANA zone of business dates and deadlines, unless a pipeline has an office of its own. */
  readonly timeZone: string;
  readonly calendar: WorkingCalendar;
  /** The offices that pipelines name. @default - none */
  readonly offices?: readonly TelemetryOffice[];
  /** Ids of all pipelines, in the order of the data. */
  readonly pipelines: readonly string[];
  readonly rules: readonly TelemetryRule[];
}

/** An office, with the pipelines whose business dates and deadlines go by it. */
export interface TelemetryOffice {
  readonly id: string;
  readonly timeZone: string;
  readonly calendar: WorkingCalendar;
  readonly pipelines: readonly string[];
}

/** The working days of the years whose holidays are known. */
export interface WorkingCalendar {
  /** ISO numbers of the days of the working week. */
  readonly workingWeek: readonly number[];
  /** First day for which it is known whether people work. */
  readonly from: Temporal.PlainDate;
  /** Last such day, included. */
  readonly until: Temporal.PlainDate;
  /** Days of the working week that are holidays or replacement days. */
  readonly daysOff: readonly Temporal.PlainDate[];
}

/** The part of an alert rule that determines a gauge's value; only of rules that read the ledger. */
export interface TelemetryRule {
  readonly pipeline: string;
  readonly alert: string;
  readonly kind: LedgerKind;
  /** Metrics that the rule reads; may be empty. */
  readonly metrics: readonly string[];
  /** Deadline rules only: the local time on the next working day. */
  readonly by?: Temporal.PlainTime;
  /** Trend rules only. */
  readonly weeks?: number;
}

/** Extracts from a catalog what the ledger needs. */
export function telemetryOf(catalog: Catalog): Telemetry {
  const offices = catalog.offices.flatMap((office): TelemetryOffice[] => {
    const own = catalog.pipelines.filter((pipeline) => pipeline.office?.id === office.id);
    if (own.length === 0) return [];
    const { id, timeZone } = office;
    return [{ id, timeZone, calendar: calendarOf(office), pipelines: own.map((pipeline) => pipeline.id) }];
  });
  return {
    timeZone: catalog.organization.timeZone,
    calendar: calendarOf(ownOffice(catalog)),
    ...(offices.length === 0 ? {} : { offices }),
    pipelines: catalog.pipelines.map(({ id }) => id),
    rules: catalog.pipelines.flatMap(({ id, runbook }) =>
      (runbook?.alerts ?? []).filter(readsLedger).map((rule) => ({
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
 * The calendar of the years whose holidays are known; if there are gaps between the years,
 * the years since the last gap. Other days are unknown, and not guessed.
 */
function calendarOf(office: Office): WorkingCalendar {
  const { years } = office.calendar;
  const last = years.at(-1);
  if (last === undefined) throw new Error('a catalog without holiday files has errors');
  let first = last;
  while (years.includes(first - 1)) first -= 1;
  const workingWeek = office.workingWeek.map(isoWeekday);
  return {
    workingWeek,
    from: new Temporal.PlainDate(first, 1, 1),
    until: new Temporal.PlainDate(last, 12, 31),
    daysOff: daysOff(office)
      .map(({ date }) => date)
      .filter((date) => date.year >= first && date.year <= last && workingWeek.includes(date.dayOfWeek)),
  };
}
