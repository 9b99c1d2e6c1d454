import * as z from 'zod';
import { URGENCIES } from '../model/paging';

const urgency = z.enum(URGENCIES);
const hold = z.literal('office-hours');

/** How loudly a rule pages, and when; of a rule, or of all rules of a pipeline. */
export function pagingKeys(of: 'rule' | 'pipeline') {
  const others = of === 'rule' ? "default: the pipeline's" : 'default: high';
  const what = of === 'rule' ? 'the alert' : 'all its alerts';
  return {
    urgency: urgency
      .exactOptional()
      .describe(
        `PagerDuty's urgency of ${what}; low: notifies the first step alone, by people's low-urgency rules; ${others}`,
      ),
    hold: hold
      .exactOptional()
      .describe(
        `office-hours: ${what} ${of === 'rule' ? 'waits' : 'wait'} until office hours begin; default: ${of === 'rule' ? "the pipeline's" : 'pages at once'}`,
      ),
  };
}
