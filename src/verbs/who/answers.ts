import type { Temporal } from 'temporal-polyfill';
import type { Catalog, Pipeline, Rotation } from '../../catalog';
import { type OnDuty, type Reached, Rosters } from '../../roster';

/** One pipeline and who is on call for it. */
export interface Answer {
  readonly pipeline: Pipeline;
  /** By duty, one entry per rotation; empty for an office-hours pipeline. */
  readonly duties: readonly RotationDuty[];
  /** Who each step reaches at that moment. */
  readonly levels: readonly (readonly Reached[])[];
}

/** Who is on call in a rotation of a pipeline. */
export interface RotationDuty extends OnDuty {
  readonly rotation: Rotation;
}

/** Who is on call for some pipelines at a moment. */
export function answersOf(pipelines: readonly Pipeline[], catalog: Catalog, at: Temporal.Instant): Answer[] {
  const rosters = new Rosters(catalog);
  return pipelines.map((pipeline) => {
    const duties = pipeline.rotations.flatMap(({ id }) => {
      const rotation = catalog.rotations.find((each) => each.id === id);
      return rotation === undefined ? [] : [{ rotation, ...rosters.onDutyAt(rotation, at) }];
    });
    const levels =
      duties.length === 0
        ? []
        : pipeline.escalation.steps.map((step) => rosters.reachedAt(pipeline, step, at));
    return { pipeline, duties, levels };
  });
}
