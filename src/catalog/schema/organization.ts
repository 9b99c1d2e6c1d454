import * as z from 'zod';
import { channels } from './channel';
import { days } from './duration';
import { email } from './email';
import { escalation } from './escalation';
import { httpsUrl } from './httpsUrl';
import { id } from './id';
import { handOff, office, officeHours, restDay, timeZone, workingWeek } from './office';
import { pagerDutyName, text } from './text';
import { localDate } from './time';
import { uniqueList } from './uniqueList';

/** A team that owns pipelines or has people on call. */
export const team = z.strictObject({
  name: pagerDutyName(100).describe('Name of the team in PagerDuty'),
  desk: z
    .strictObject({
      name: text(100).describe('Name of the PagerDuty user that represents the team'),
      email: email.describe('PagerDuty log-in of the desk, spelled as PagerDuty shows it'),
    })
    .optional()
    .describe('A PagerDuty user that represents the whole team; without one the team cannot be notified'),
  channels: channels
    .exactOptional()
    .describe('Channels that are told of alerts of the pipelines whose primary owner it is'),
});

/** Somebody who is on call or owns pipelines. */
export const person = z.strictObject({
  name: text(100).describe('Display name'),
  team: id.describe('Id of the team'),
  email: email.describe('PagerDuty log-in, spelled as PagerDuty shows it'),
  office: id.optional().describe("Id of the office; default: the organization's own"),
  observes: z
    .union([z.literal('all'), uniqueList(id, 0)], {
      error: 'write a list of holidays in square brackets, or all',
    })
    .optional()
    .describe('Ids of the holidays of their office that the person takes off, or all; default: none'),
  left: localDate.optional().describe('First local day on which the person no longer works here'),
});

/** `organization.yaml`: zone, hours, hand-off, escalation, teams and people. */
export const organization = z.strictObject({
  name: text(100).describe('Display name of the company'),
  timeZone: timeZone.describe(
    'Zone of every local date and time in the data, except where an office has its own',
  ),
  workingWeek,
  restDay: restDay.default('sunday'),
  officeHours,
  handOff,
  offices: z
    .record(id, office)
    .default({})
    .describe("Offices by id, other than the organization's own; they may share ids with teams"),
  duties: uniqueList(id)
    .default(['on-duty'])
    .describe('Ids of the on-call duties; the first is paged first; default: [on-duty]'),
  channels: channels.exactOptional().describe('Channels that are told of every alert, besides the page'),
  runbooksUrl: httpsUrl.describe('Base address of the runbooks; links in messages start with it'),
  siteUrl: httpsUrl
    .optional()
    .describe('Where the team publishes `watchbill site`; links in messages then lead there'),
  pagerDutyUrl: httpsUrl
    .default('https://app.pagerduty.com')
    .describe('Base address of the PagerDuty account; default: https://app.pagerduty.com'),
  horizon: days(366).default(84).describe('How many days ahead covers are planned; default: 84d'),
  escalation: escalation.describe('The escalation of pipelines that have none of their own'),
  teams: z.record(id, team).describe('Teams by id; ids of teams and people differ'),
  people: z.record(id, person).describe('People by id'),
});
