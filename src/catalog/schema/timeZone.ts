import { Temporal } from 'temporal-polyfill';
import { didYouMean } from '../../text/nearest';
import { PAGERDUTY_TIME_ZONES } from '../pagerDutyTimeZones';
import type { ValueProblem } from './valueProblem';

/** Two zones keep the same clock if they have the same offsets at the start of each month of one year. */
const MONTHS = Array.from({ length: 12 }, (_, index) =>
  Temporal.Instant.from(`2026-${String(index + 1).padStart(2, '0')}-01T00:00:00Z`),
);

/** The problem of a zone that Temporal does not know or PagerDuty's provider does not accept. */
export function timeZoneProblem(zone: string): ValueProblem | undefined {
  if (PAGERDUTY_TIME_ZONES.includes(zone)) return undefined;
  const clock = clockOf(zone);
  if (clock === undefined) {
    return {
      code: 'ORGA001',
      message: 'unknown time zone',
      wayOut: didYouMean(zone, PAGERDUTY_TIME_ZONES, 'zones of the IANA list'),
    };
  }
  const same = PAGERDUTY_TIME_ZONES.filter((accepted) => clockOf(accepted) === clock).slice(0, 3);
  return {
    code: 'ORGA002',
    message: 'PagerDuty does not accept this time zone',
    wayOut:
      same.length > 0
        ? `write a zone with the same clock: ${same.join(', ')}`
        : 'write the nearest zone that PagerDuty offers',
  };
}

function clockOf(zone: string): string | undefined {
  try {
    return MONTHS.map((instant) => instant.toZonedDateTimeISO(zone).offset).join();
  } catch {
    return undefined;
  }
}
