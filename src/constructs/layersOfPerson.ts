import { Temporal } from 'temporal-polyfill';
import { coverLayers } from './layeredSchedule';
import type { PagerDutyUser } from './pagerDutyUser';
import type { PersonScheduleProps } from './personScheduleProps';
import type { ScheduleLayer } from './scheduleLayer';
import { SECONDS_A_DAY } from './turnLength';

/** PagerDuty moves a start in the past to now; this one is the same in every plan. */
const BEGIN = Temporal.PlainDate.from('2000-01-01');
/** The length of a turn does not matter if one person has them all. */
const TURN_DAYS = 7;

/** The layers of a person's schedule as plain values, those that have ended too. */
export function layersOfPerson({
  timeZone,
  user,
  userName,
  covers,
}: PersonScheduleProps): readonly ScheduleLayer<PagerDutyUser>[] {
  const begin = BEGIN.toZonedDateTime(timeZone).toInstant();
  const base = {
    name: userName,
    start: begin,
    rotationVirtualStart: begin,
    turnLengthSeconds: TURN_DAYS * SECONDS_A_DAY,
    users: [user],
  };
  return [base, ...coverLayers(covers, TURN_DAYS)];
}
