import { z } from 'zod';
import { days } from './duration';
import { email } from './email';
import { escalation } from './escalation';
import { httpsUrl } from './httpsUrl';
import { id } from './id';
import { handOff, office, officeHours, restDay, timeZone, workingWeek } from './office';
import { pagerDutyName, text } from './text';
import { localDate } from './time';
import { uniqueList } from './uniqueList';

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
  office: id.optional().describe('Id of the office; default the organization’s own'),
  observes: z
    .union([z.literal('all'), uniqueList(id, 0)], {
      error: 'write a list of holidays in square brackets, or all',
    })
    .optional()
    .describe('Ids of the holidays of their office that the person takes off, or all; none if absent'),
  left: localDate.optional().describe('First local day on which the person is no longer there'),
});

/** `organization.yaml`: zone, hours, hand-off, escalation, teams and people. */
export const organization = z.strictObject({
  name: text(100).describe('Display name of the company'),
  timeZone: timeZone.describe(
    'Zone of every local date and time in the data, unless an office says otherwise',
  ),
  workingWeek,
  restDay: restDay.default('sunday'),
  officeHours,
  handOff,
  offices: z
    .record(id, office)
    .default({})
    .describe('Offices by id, beside the organization’s own; ids of offices may be those of teams'),
  duties: uniqueList(id)
    .default(['on-duty'])
    .describe('Kinds of watch, the first answers first; default [on-duty]'),
  runbooksUrl: httpsUrl.describe('Where runbooks are read; links in messages begin with it'),
  pagerDutyUrl: httpsUrl
    .default('https://app.pagerduty.com')
    .describe('Where PagerDuty is read; default https://app.pagerduty.com'),
  horizon: days(366).default(84).describe('How many days ahead covers are planned; default 84d'),
  escalation: escalation.describe('The escalation of pipelines that give none of their own'),
  teams: z.record(id, team).describe('Teams by id; ids of teams and people differ'),
  people: z.record(id, person).describe('People by id'),
});
