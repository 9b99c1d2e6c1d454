import { z } from 'zod';
import { duration } from './duration';

/** Whom a step notifies. */
export const escalationTarget = z.enum(['primary', 'on-duty']);

/** One level of an escalation. */
export const escalationStep = z.strictObject({
  notify: escalationTarget.describe(
    'primary: the primary owner (a person, or the desk of a team); on-duty: who stands watch',
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
export const escalationRepeat = z
  .int()
  .min(0)
  .max(9)
  .describe('How many further rounds follow the first, 0 to 9');

/** The escalation of the organization. */
export const escalation = z.strictObject({ steps: escalationSteps, repeat: escalationRepeat });

/** A pipeline's own escalation: it replaces the keys that it gives. */
export const ownEscalation = escalation.partial();
