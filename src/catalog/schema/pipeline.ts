import * as z from 'zod';
import { channels } from './channel';
import { ownEscalation } from './escalation';
import { id } from './id';
import { pagingKeys } from './paging';
import { pagerDutyName } from './text';

/** A pipeline of `pipelines.yaml`. */
export const pipeline = z.strictObject({
  name: pagerDutyName(200).describe('Name of the PagerDuty service'),
  coverage: z
    .enum(['on-call', 'office-hours'])
    .describe('on-call: pages at any hour; office-hours: sends mail, in office hours only'),
  primary: id.describe('A person or a team'),
  secondary: id.describe('A person or a team, other than the primary'),
  office: id
    .optional()
    .describe(
      "Id of the office whose working days, office hours and time zone apply; default: the organization's own",
    ),
  channels: channels.exactOptional().describe('Channels that are told of its alerts, besides the page'),
  ...pagingKeys('pipeline'),
  escalation: ownEscalation.optional().describe("Overrides the organization's escalation, key by key"),
});

/** `pipelines.yaml`. */
export const pipelines = z.record(id, pipeline).describe('Pipelines by id');
