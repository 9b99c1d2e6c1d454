import { z } from 'zod';
import { id } from './id';
import { dateOrTime } from './time';

/** An entry of `leave.yaml`. */
export const leaveEntry = z.strictObject({
  person: id.describe('Id of the person'),
  from: dateOrTime.describe('First day, or the clock time at which the absence begins'),
  until: dateOrTime.describe('Last day (included), or the clock time at which the absence ends (excluded)'),
  emergency: z
    .boolean({ error: 'write true or false, without quotes' })
    .default(false)
    .describe('Taken at short notice; default false'),
  cover: id
    .optional()
    .describe('Id of the person who stands in, as the two agreed; default: the next one by the rules'),
});

/** `leave.yaml`. */
export const leave = z.array(leaveEntry).describe('Times in which people are away; why is not written down');
