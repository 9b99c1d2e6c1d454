import * as z from 'zod';
import { id } from './id';
import { dateOrTime } from './time';

/** An entry of `leave.yaml`. */
export const leaveEntry = z.strictObject({
  person: id.describe('Id of the person'),
  from: dateOrTime.describe('First day, or the clock time at which the absence starts'),
  until: dateOrTime.describe('Last day (included), or the clock time at which the absence ends (excluded)'),
  emergency: z
    .boolean({ error: 'write true or false, without quotes' })
    .default(false)
    .describe('True if taken at short notice; default: false'),
  cover: id
    .optional()
    .describe('Id of the person who covers, as the two agreed; default: the next person by the rules'),
  rotation: id
    .optional()
    .describe('Id of the one rotation that they hand over; default: away from everything they do'),
});

/** `leave.yaml`. */
export const leave = z
  .array(leaveEntry)
  .describe('Times in which people are away; the reason is never written down');
