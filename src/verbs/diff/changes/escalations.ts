import { durationWords } from '../../../alerts/durationWords';
import { type Escalation, type Pipeline, stepWords } from '../../../catalog';
import { counted } from '../../../text/counted';
import type { Comparison } from './comparison';
import type { EscalationChange } from './diff';

/** Changed steps, times or rounds of pipelines that are on call before and after. */
export function escalationChanges({ before, after }: Comparison): EscalationChange[] {
  return after.catalog.pipelines.flatMap((pipeline) => {
    const old = before.catalog.pipelines.find(({ id }) => id === pipeline.id);
    if (old === undefined || !isOnCall(old) || !isOnCall(pipeline)) return [];
    const [was, is] = [escalationWords(old.escalation), escalationWords(pipeline.escalation)];
    return was === is ? [] : [{ pipeline: pipeline.id, before: was, after: is }];
  });
}

function isOnCall({ coverage }: Pipeline): boolean {
  return coverage === 'on-call';
}

/**
 * An escalation in words.
 * @example
 * escalationWords(escalation) // 'primary for 15 minutes, on-duty for 30 minutes, 2 more rounds'
 */
function escalationWords({ steps, repeat }: Escalation): string {
  const levels = steps.map((step) => `${stepWords(step)} for ${durationWords(step.waits)}`);
  const rounds = repeat === 0 ? 'no more rounds' : counted(repeat, 'more round');
  return [...levels, rounds].join(', ');
}
