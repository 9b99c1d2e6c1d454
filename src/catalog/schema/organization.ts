import { z } from 'zod';
import { WEEKDAYS } from '../model/weekday';
import { PAGERDUTY_TIME_ZONES } from '../pagerDutyTimeZones';
import { days } from './duration';
import { email } from './email';
import { escalation } from './escalation';
import { httpsUrl } from './httpsUrl';
import { id } from './id';
import { pagerDutyName, text } from './text';
import { localDate, localTime } from './time';
import { timeZoneSlip } from './timeZone';
import { uniqueList } from './uniqueList';
import { checkedString } from './valueProblem';

const weekday = z.enum(WEEKDAYS);

/** A team that owns pipelines or stands watch. */
export const team = z.strictObject({
  name: pagerDutyName(100).describe('Name of the team in PagerDuty'),
  desk: z
    .strictObject({
      name: text(100).describe('Name of the PagerDuty user that stands for the team'),
      email: email.describe('PagerDuty log-in of the desk, spelled as PagerDuty shows it'),
    })
    .optional()
    .describe('A PagerDuty user that stands for the whole team; without one the team cannot be notified'),
});

/** Somebody who stands watch or owns pipelines. */
export const person = z.strictObject({
  name: text(100).describe('Display name'),
  team: id.describe('Id of the team'),
  email: email.describe('PagerDuty log-in, spelled as PagerDuty shows it'),
  observes: uniqueList(id, 0)
    .optional()
    .describe('Ids of the holidays that the person takes off; none if absent'),
  left: localDate.optional().describe('First local day on which the person is no longer there'),
});

/** `organization.yaml`: zone, hours, hand-off, escalation, teams and people. */
export const organization = z.strictObject({
  name: text(100).describe('Display name of the company'),
  timeZone: checkedString(timeZoneSlip, 'write a zone of the IANA list, e.g. Asia/Kuala_Lumpur', {
    enum: [...PAGERDUTY_TIME_ZONES],
  }).describe('Zone of every local date and time in the data'),
  workingWeek: uniqueList(weekday).describe('Days on which people are at work'),
  restDay: z
    .union([z.enum([...WEEKDAYS, 'none']), uniqueList(weekday)], {
      error: 'write a weekday, a list of weekdays in square brackets, or none',
    })
    .default('sunday')
    .describe('Days of rest whose holidays move to the next working day, or none; default sunday'),
  officeHours: z
    .strictObject({ from: localTime, until: localTime })
    .describe('Local working hours, until excluded'),
  handOff: z.strictObject({ day: weekday, at: localTime }).describe('When the watch changes hands, local'),
  runbooksUrl: httpsUrl.describe('Where runbooks are read; links in messages begin with it'),
  pagerDutyUrl: httpsUrl
    .default('https://app.pagerduty.com')
    .describe('Where PagerDuty is read; default https://app.pagerduty.com'),
  horizon: days(366).default(84).describe('How many days ahead covers are planned; default 84d'),
  escalation: escalation.describe('The escalation of pipelines that give none of their own'),
  teams: z.record(id, team).describe('Teams by id; ids of teams and people differ'),
  people: z.record(id, person).describe('People by id'),
});
