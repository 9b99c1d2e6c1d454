import * as z from 'zod';
import { id } from './id';
import { dateOrTime } from './time';
import { uniqueList } from './uniqueList';

/** An entry of `maintenance.yaml`. */
export const maintenanceEntry = z.strictObject({
  pipelines: uniqueList(id).describe('Ids of the pipelines whose alerts are muted'),
  from: dateOrTime.describe("First day, or the clock time at which it starts, at each pipeline's office"),
  until: dateOrTime.describe('Last day (included), or the clock time at which it ends (excluded)'),
});

/** `maintenance.yaml`; a team without planned work has no such file. */
export const maintenance = z
  .array(maintenanceEntry, { error: 'write a list, e.g. - { pipelines: [orders], from: …, until: … }' })
  .describe('Times during which alerts are muted; what is still broken at the end notifies then');
