import type { Temporal } from 'temporal-polyfill';
import { type Catalog, type Pipeline, type Responder, type Target, targetsOf } from '../../catalog';
import type { ExpectedShift } from '../../rehearsal';
import {
  horizonOf,
  isBefore,
  later,
  plannedPersonRosters,
  plannedRosters,
  type Span,
  type Watch,
} from '../../roster';

/** Who each level of a pipeline's escalation should page from `asOf` to the horizon, by the data. */
export class ExpectedLevels {
  private readonly shifts: ReadonlyMap<string, readonly Watch<Responder>[]>;

  constructor(
    private readonly catalog: Catalog,
    private readonly asOf: Temporal.Instant,
  ) {
    this.shifts = new Map<string, readonly Watch<Responder>[]>([
      ...plannedRosters(catalog, asOf).map(({ rotation, shifts }) => [rotation, shifts] as const),
      ...plannedPersonRosters(catalog, asOf).map(({ id, shifts }) => [id, shifts] as const),
    ]);
  }

  /** From `asOf` to the horizon. */
  get span(): Span {
    return { from: this.asOf, until: horizonOf(this.asOf, this.catalog.organization) };
  }

  /** For each step, in order, one list per target, in order. */
  of(pipeline: Pipeline): ExpectedShift[][][] {
    return pipeline.escalation.steps.map((step) =>
      targetsOf(pipeline, step).map((target) => this.shiftsOf(pipeline, target)),
    );
  }

  private shiftsOf(pipeline: Pipeline, target: Target): ExpectedShift[] {
    if (target.kind === 'desk') return [{ ...this.span, email: target.desk.email }];
    const id = target.kind === 'person' ? `${pipeline.id}/${target.person.id}` : target.rotation;
    return this.lasting(id).map(({ onDuty, ...shift }) => ({ ...shift, email: onDuty.email }));
  }

  /** Shifts that have not ended as of then; a current one begins then. */
  private lasting(id: string): Watch<Responder>[] {
    return (this.shifts.get(id) ?? [])
      .filter(({ until }) => isBefore(this.asOf, until))
      .map((shift) => ({ ...shift, from: later(shift.from, this.asOf) }));
  }
}
