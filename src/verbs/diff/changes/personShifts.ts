import { type EscalationTarget, type Pipeline, type Responder, targetOf } from '../../../catalog';
import type { Span, Watch } from '../../../roster';
import type { Comparison, RosteredSide } from './comparison';
import type { ShiftChange } from './diff';
import { changesOf } from './shifts';

/**
 * Every time of the window in which a pipeline that is on call before and after reaches
 * somebody else where its steps name a person, before or after.
 */
export function personShiftChanges({ before, after, window }: Comparison): ShiftChange[] {
  return after.catalog.pipelines.flatMap((pipeline) => {
    const old = before.catalog.pipelines.find(({ id }) => id === pipeline.id);
    if (old?.coverage !== 'on-call' || pipeline.coverage !== 'on-call') return [];
    const notified = new Set(
      [...pipeline.escalation.steps, ...old.escalation.steps].map(({ notify }) => notify),
    );
    return [...notified].flatMap((notify) => {
      const kinds = [old, pipeline].map((each) => targetOf(each, notify)?.kind);
      if (!kinds.includes('person')) return [];
      const [was, is] = [watches(before, old, notify, window), watches(after, pipeline, notify, window)];
      return changesOf(`${pipeline.id}/${notify}`, was, is, window);
    });
  });
}

/** Who is reached; none where no step says so. */
function watches(
  { persons }: RosteredSide,
  pipeline: Pipeline,
  notify: EscalationTarget,
  window: Span,
): readonly Watch<Responder>[] | undefined {
  if (!pipeline.escalation.steps.some((step) => step.notify === notify)) return undefined;
  const target = targetOf(pipeline, notify);
  if (target?.kind === 'person') return persons.get(`${pipeline.id}/${target.person.id}`)?.shifts;
  if (target?.kind !== 'desk') return undefined;
  return [{ ...window, onDuty: target.desk, rostered: target.desk, reason: 'rotation', absences: [] }];
}

/**
 * What a shift of a pipeline's step is told under; none where the id is no such one.
 * @example
 * stepName('aggregate-growth/primary', catalog) // 'Aggregate growth for investors, primary'
 */
export function stepName(
  id: string,
  pipelines: readonly Pick<Pipeline, 'id' | 'name'>[],
): string | undefined {
  const [pipeline, notify] = id.split('/');
  if (notify === undefined) return undefined;
  return `${pipelines.find((each) => each.id === pipeline)?.name ?? pipeline}, ${notify}`;
}
