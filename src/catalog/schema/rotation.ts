import * as z from 'zod';
import { days } from './duration';
import { id } from './id';
import { handOff, weekday } from './office';
import { pagerDutyName } from './text';
import { localDate, localTime } from './time';
import { uniqueList } from './uniqueList';

/** When a rotation is on call: windows of local time. */
const hours = z.strictObject({
  days: uniqueList(weekday).optional().describe('Days on which a window starts; default: every day'),
  from: localTime.describe('Local time at which a window starts'),
  until: localTime.describe('Local time at which it ends, excluded; the next day unless it is after from'),
});

/** An order of people, in force from a hand-off; what it leaves out is the rotation's. */
const rotationVersion = z.strictObject({
  from: localDate.describe('Date of the hand-off at which this order starts'),
  order: z
    .array(id, { error: 'write a list of people, e.g. [aidil, thiru]' })
    .min(1)
    .describe('Who is on call, turn after turn'),
  turn: days(364).optional().describe("Length of its turns in whole days; default: the rotation's"),
  handOff: handOff
    .partial()
    .optional()
    .describe("When its turns are handed off; keys that it leaves out are the rotation's"),
  hours: hours
    .optional()
    .describe('When it is on call; default: the rotation\'s; from "00:00" until "00:00" is always'),
});

/** A rotation of `rotations.yaml`. */
export const rotation = z.strictObject({
  name: pagerDutyName(200).describe('Name of the PagerDuty schedule'),
  pipelines: uniqueList(id).describe('Ids of the on-call pipelines that it serves'),
  duty: id.optional().describe("Id of the duty that it fills; default: the organization's first"),
  office: id.optional().describe("Id of the office whose time zone it uses; default: the organization's own"),
  handOff: handOff
    .partial()
    .optional()
    .describe("When turns are handed off; keys that it leaves out are the organization's"),
  hours: hours.optional().describe('When it is on call; default: always'),
  turn: days(364).default(7).describe('Length of a turn in whole days, 1d to 364d; default: 7d'),
  versions: z
    .array(rotationVersion, { error: 'write a list of versions, each with from and order' })
    .min(1)
    .describe('Orders, oldest first; to change the order, add a version at the end'),
});

/** `rotations.yaml`. */
export const rotations = z.record(id, rotation).describe('Rotations by id');
