import type { EscalationStep, Pipeline } from '../../../../catalog';
import { listText } from '../../../../time/localTime';
import type { Comparison } from '../comparison';
import type { Warning } from '../diff';

/** Steps that notify more or fewer targets, and steps that appear or disappear, of pipelines that are on call before and after (DIFF023). */
export function targetWarnings({ before, after }: Comparison): Warning[] {
  return after.catalog.pipelines.flatMap((pipeline) => {
    const old = before.catalog.pipelines.find(({ id }) => id === pipeline.id);
    if (old?.coverage !== 'on-call' || pipeline.coverage !== 'on-call') return [];
    const [was, is] = [stepsOf(old), stepsOf(pipeline)];
    return Array.from({ length: Math.max(was.length, is.length) }, (_, index) =>
      stepTexts(index + 1, was[index], is[index]),
    )
      .flat()
      .map((text): Warning => ({ code: 'DIFF023', message: `"${pipeline.name}": ${text}` }));
  });
}

function stepsOf({ escalation }: Pipeline): readonly EscalationStep[] {
  return escalation.steps;
}

function stepTexts(
  number: number,
  was: EscalationStep | undefined,
  is: EscalationStep | undefined,
): string[] {
  const [old, present] = [was, is].map((step) => step?.notify.map(({ word }) => word) ?? []) as [
    string[],
    string[],
  ];
  const gained = present.filter((word) => !old.includes(word));
  const lost = old.filter((word) => !present.includes(word));
  if (was === undefined) return [`step ${number} is new and notifies ${listText(present)}`];
  if (is === undefined) return [`step ${number} is removed, which notified ${listText(old)}`];
  return [
    ...(gained.length === 0 ? [] : [`step ${number} now also notifies ${listText(gained)}`]),
    ...(lost.length === 0 ? [] : [`step ${number} no longer notifies ${listText(lost)}`]),
  ];
}
