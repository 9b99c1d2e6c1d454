import {
  type EscalationTarget,
  type Pipeline,
  type Responder,
  reachedBy,
  type Target,
} from '../../../catalog';
import type { Span, Watch } from '../../../roster';
import type { Comparison, RosteredSide } from './comparison';
import type { ShiftChange } from './diff';
import { changesOf } from './shifts';

/**
 * Every time in the window at which a step that names a person, before or after, reaches
 * somebody else, for pipelines that are on call before and after.
 */
export function personShiftChanges({ before, after, window }: Comparison): ShiftChange[] {
  return after.catalog.pipelines.flatMap((pipeline) => {
    const old = before.catalog.pipelines.find(({ id }) => id === pipeline.id);
    if (old?.coverage !== 'on-call' || pipeline.coverage !== 'on-call') return [];
    const words = new Set([...namedIn(pipeline), ...namedIn(old)].map(({ word }) => word));
    return [...words].flatMap((word) => {
      const isPerson = [old, pipeline].some((each) => targetOf(each, word)?.kind === 'person');
      if (!isPerson) return [];
      const [was, is] = [watches(before, old, word, window), watches(after, pipeline, word, window)];
      return changesOf(`${pipeline.id}/${word}`, was, is, window);
    });
  });
}

/** Who is reached; undefined if no step has this word. */
function watches(
  { persons }: RosteredSide,
  pipeline: Pipeline,
  word: string,
  window: Span,
): readonly Watch<Responder>[] | undefined {
  const target = targetOf(pipeline, word);
  if (target?.kind === 'person') return persons.get(`${pipeline.id}/${target.person.id}`)?.shifts;
  if (target?.kind !== 'desk') return undefined;
  return [{ ...window, onDuty: target.desk, rostered: target.desk, reason: 'rotation', absences: [] }];
}

function namedIn({ escalation }: Pipeline): readonly EscalationTarget[] {
  return escalation.steps.flatMap(({ notify }) => notify);
}

/** Who a word of the pipeline's escalation reaches, if not by a duty. */
function targetOf(pipeline: Pipeline, word: string): Target | undefined {
  const named = namedIn(pipeline).find((target) => target.word === word && target.kind !== 'duty');
  return named && reachedBy(pipeline, named)[0];
}

/**
 * The title for the shifts of a pipeline's step; undefined for the id of a rotation.
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
