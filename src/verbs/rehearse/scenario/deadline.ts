import type { Temporal } from 'temporal-polyfill';
import type { DeadlineRule, Office } from '../../../catalog';
import { daysOff, isBefore, isWorkingDay } from '../../../roster';
import { recurringInstant } from '../../../time/recurringInstant';
import { runFinished } from './reports';
import type { Scenario } from './scenario';

/**
 * A run that never starts, overdue at the first deadline at or after a moment.
 * @param office the pipeline's
 */
export function lateRun(
  pipeline: string,
  { by }: DeadlineRule,
  office: Office,
  from: Temporal.Instant,
): Scenario {
  const { timeZone } = office;
  const works = (date: Temporal.PlainDate) => isWorkingDay(date, office, daysOff(office));
  const deadlineOn = (date: Temporal.PlainDate) => recurringInstant(date.toPlainDateTime(by), timeZone);
  let due = from.toZonedDateTimeISO(timeZone).toPlainDate();
  while (!works(due) || isBefore(deadlineOn(due), from)) due = due.add({ days: 1 });
  let businessDate = due.subtract({ days: 1 });
  while (!works(businessDate)) businessDate = businessDate.subtract({ days: 1 });
  return {
    firstDate: businessDate,
    reports: [],
    begins: deadlineOn(due),
    repairs: () => [runFinished(pipeline, 'rehearsal', 'succeeded', businessDate)],
    repaired: 'run finished',
  };
}
