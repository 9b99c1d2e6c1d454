import * as z from 'zod';
import { WEEKDAYS } from '../model/weekday';
import { PAGERDUTY_TIME_ZONES } from '../pagerDutyTimeZones';
import { id } from './id';
import { text } from './text';
import { localTime } from './time';
import { timeZoneProblem } from './timeZone';
import { uniqueList } from './uniqueList';
import { addValueProblem, checkedString } from './valueProblem';

/** A day of the week. */
export const weekday = z.enum(WEEKDAYS);

/** An IANA zone that PagerDuty's provider accepts. */
export const timeZone = checkedString(
  timeZoneProblem,
  'write a zone of the IANA list, e.g. Asia/Kuala_Lumpur',
  { enum: [...PAGERDUTY_TIME_ZONES] },
);

/** Working days. */
export const workingWeek = uniqueList(weekday).describe('Days on which people work');

/** Several rest days; an empty list might mean none, or that somebody forgot to fill it in. */
const restDays = uniqueList(weekday, 0)
  .superRefine((days, context) => {
    if (days.length > 0) return;
    addValueProblem(context, {
      code: 'DATA005',
      message: 'the list is empty',
      wayOut: 'write restDay: none if no holiday moves, or the days whose holidays do',
    });
  })
  .meta({ uniqueItems: true, minItems: 1 });

/** Rest days: one, several or none. */
export const restDay = z
  .union([z.enum([...WEEKDAYS, 'none']), restDays], {
    error: 'write a weekday, a list of weekdays in square brackets, or none',
  })
  .describe(
    'Rest days, whose holidays move to the next working day; none: no holiday moves; default: sunday',
  );

/** Local working hours. */
export const officeHours = z
  .strictObject({ from: localTime, until: localTime })
  .describe('Local working hours, until excluded');

/** When turns are handed off. */
export const handOff = z
  .strictObject({ day: weekday, at: localTime })
  .describe('When turns are handed off, local time');

/** An office other than the organization's own; keys that it leaves out are the organization's. */
export const office = z.strictObject({
  name: text(100).describe('Display name'),
  timeZone: timeZone.optional().describe('Zone of its local dates and times'),
  workingWeek: workingWeek.optional(),
  restDay: restDay.optional(),
  officeHours: officeHours.optional(),
  holidays: id
    .optional()
    .describe('Name of the folder in holidays with its files; default: the files in holidays itself'),
});
