import { z } from 'zod';
import { duration } from './duration';
import { id } from './id';
import { uniqueList } from './uniqueList';

/** PagerDuty takes no more targets in a rule. */
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
  .describe('Who is notified, one after the other, until somebody acknowledges');

/** PagerDuty's `num_loops`. */
const escalationRepeat = z.int().min(0).max(9).describe('How many further rounds follow the first, 0 to 9');

/** The escalation of the organization. */
export const escalation = z.strictObject({ steps: escalationSteps, repeat: escalationRepeat });

/** A pipeline's own escalation: it replaces the keys that it gives. */
export const ownEscalation = escalation.partial();
