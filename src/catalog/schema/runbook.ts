import * as z from 'zod';
import { alertRule } from './alertRule';
import { escalationTargets } from './escalation';
import { pageUrl } from './httpsUrl';
import { id } from './id';

/** The front matter of a runbook. */
export const runbook = z.strictObject({
  pipeline: id.describe('Id of the pipeline'),
  escalation: z
    .array(escalationTargets, { error: 'write a list, e.g. [primary, on-duty]' })
    .default([])
    .describe("Who is notified, in the order of the pipeline's escalation; leave it out if nobody is paged"),
  runbook: pageUrl
    .exactOptional()
    .describe('The runbook is this page elsewhere; this file then needs nothing but the front matter'),
  alerts: z
    .array(alertRule, { error: 'write a list of alert rules, each with id, kind and failureClass' })
    .min(1)
    .describe('Alert rules; each has its own section under "Monitoring alerts"'),
});
