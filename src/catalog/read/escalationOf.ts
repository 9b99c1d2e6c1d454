import type { z } from 'zod';
import type { Escalation } from '../model/organization';
import type { escalation, ownEscalation } from '../schema/escalation';

/** The organization's escalation in the words of the model. */
export function escalationOf(given: z.output<typeof escalation>): Escalation {
  return { steps: given.steps.map(({ notify, for: waits }) => ({ notify, waits })), repeat: given.repeat };
}

/** The organization's escalation with the keys replaced that a pipeline gives. */
export function effectiveEscalation(
  inherited: Escalation,
  own: z.output<typeof ownEscalation> | undefined,
): Escalation {
  return {
    steps: own?.steps?.map(({ notify, for: waits }) => ({ notify, waits })) ?? inherited.steps,
    repeat: own?.repeat ?? inherited.repeat,
  };
}
