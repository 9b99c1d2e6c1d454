import { z } from 'zod';
import { WEEKDAYS } from '../model/weekday';
import { PAGERDUTY_TIME_ZONES } from '../pagerDutyTimeZones';
import { id } from './id';
import { text } from './text';
import { localTime } from './time';
import { timeZoneSlip } from './timeZone';
import { uniqueList } from './uniqueList';
import { checkedString } from './valueProblem';

export const weekday = z.enum(WEEKDAYS);

export const timeZone = checkedString(timeZoneSlip, 'write a zone of the IANA list, e.g. Asia/Kuala_Lumpur', {
  enum: [...PAGERDUTY_TIME_ZONES],
});

export const workingWeek = uniqueList(weekday).describe('Days on which people are at work');

export const restDay = z
  .union([z.enum([...WEEKDAYS, 'none']), uniqueList(weekday)], {
    error: 'write a weekday, a list of weekdays in square brackets, or none',
  })
  .describe('Days of rest whose holidays move to the next working day, or none; default sunday');

export const officeHours = z
  .strictObject({ from: localTime, until: localTime })
  .describe('Local working hours, until excluded');

export const handOff = z
  .strictObject({ day: weekday, at: localTime })
  .describe('When turns change hands, local');

/** An office beside the organization's own; what it leaves out is the organization's. */
export const office = z.strictObject({
  name: text(100).describe('Display name'),
  timeZone: timeZone.optional().describe('Zone of its local dates and times'),
  workingWeek: workingWeek.optional(),
  restDay: restDay.optional(),
  officeHours: officeHours.optional(),
  holidays: id
    .optional()
    .describe('Folder of its holiday files below holidays; default the files in holidays'),
});
