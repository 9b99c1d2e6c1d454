import * as z from 'zod';
import { duration } from './duration';
import { id } from './id';
import { uniqueList } from './uniqueList';

/** Most targets of an escalation rule in PagerDuty. */
const MOST_TARGETS = 10;

/** Who a step notifies: one, or several at once. */
export const escalationTargets = z
  .union([id, uniqueList(id).max(MOST_TARGETS)], {
    error: 'write primary, secondary, a duty, a person or a team, or a list of them in square brackets',
  })
  .transform((given): readonly string[] => (typeof given === 'string' ? [given] : given));

/** One level of an escalation. */
const escalationStep = z.strictObject({
  notify: escalationTargets.describe(
    'primary or secondary (the owners), a duty such as on-duty, a person, a team (its desk), or a list of them',
  ),
  for: duration().describe('How long to wait for an acknowledgement, e.g. 15m'),
});

/** The levels of an escalation. */
export const escalationSteps = z
  .array(escalationStep, { error: 'write a list of steps, e.g. - { notify: primary, for: 15m }' })
  .min(1)
  .max(20)
  .describe('Who is notified, one after another, until somebody acknowledges');

/** PagerDuty's `num_loops`. */
const escalationRepeat = z.int().min(0).max(9).describe('How many rounds follow the first, 0 to 9');

/** The escalation of the organization. */
export const escalation = z.strictObject({ steps: escalationSteps, repeat: escalationRepeat });

/** A pipeline's own escalation: overrides the organization's, key by key. */
export const ownEscalation = escalation.partial();
