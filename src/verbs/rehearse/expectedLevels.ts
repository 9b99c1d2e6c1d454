import type { Temporal } from 'temporal-polyfill';
import { type Catalog, type EscalationStep, type Pipeline, type Responder, targetOf } from '../../catalog';
import type { ExpectedShift } from '../../rehearsal';
import { horizonOf, isBefore, later, plannedPersonRosters, plannedRosters, type Watch } from '../../roster';

/** Whom each level of a pipeline's escalation is to page from `asOf` to the horizon, by the data. */
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

  /**
   * One list a step, in order.
   * @throws Error where a step reaches nobody at all
   */
  of(pipeline: Pipeline): ExpectedShift[][] {
    return pipeline.escalation.steps.map((step) => this.level(pipeline, step));
  }

  private level(pipeline: Pipeline, { notify }: EscalationStep): ExpectedShift[] {
    const target = targetOf(pipeline, notify);
    if (target?.kind === 'desk') {
      const until = horizonOf(this.asOf, this.catalog.organization);
      return [{ from: this.asOf, until, email: target.desk.email }];
    }
    const id = target?.kind === 'person' ? `${pipeline.id}/${target.person.id}` : (target?.rotation ?? '');
    const shifts = this.lasting(id);
    if (shifts.length === 0) throw new Error(`no roster for '${notify}' of '${pipeline.id}'`);
    return shifts.map(({ onDuty, ...shift }) => ({ ...shift, email: onDuty.email }));
  }

  /** Shifts that are not over as of then, the running one from then on. */
  private lasting(id: string): Watch<Responder>[] {
    return (this.shifts.get(id) ?? [])
      .filter(({ until }) => isBefore(this.asOf, until))
      .map((shift) => ({ ...shift, from: later(shift.from, this.asOf) }));
  }
}
