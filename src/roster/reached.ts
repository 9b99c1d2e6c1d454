import type { Temporal } from 'temporal-polyfill';
import { type Catalog, type EscalationTarget, type Pipeline, type Responder, targetOf } from '../catalog';
import { AwayTimes } from './awayTimes';
import { NEVER } from './left';
import { onDutyAt } from './onDuty';
import { personRosterOf } from './personRoster';
import type { Absence, Watch } from './shift';

/** Whom a step of an escalation reaches at a moment. */
export interface Reached {
  readonly responder: Responder;
  /** Until when that is so, {@link NEVER} for good, and why. @default - a desk, which is always there */
  readonly watch?: Watch<Responder>;
}

/**
 * Whom a step of a pipeline reaches at an instant; nobody before a rotation's first version.
 * @param absencesByPerson what `absences` returned
 */
export function reachedAt(
  pipeline: Pipeline,
  notify: EscalationTarget,
  { organization, rotations }: Catalog,
  absencesByPerson: ReadonlyMap<string, readonly Absence[]>,
  at: Temporal.Instant,
): Reached | undefined {
  const target = targetOf(pipeline, notify);
  if (target?.kind === 'desk') return { responder: target.desk };
  const watch =
    target?.kind === 'person'
      ? personRosterOf(pipeline, target.person, new AwayTimes(absencesByPerson), {
          from: at,
          until: NEVER,
        }).shifts[0]
      : rotations
          .filter(({ id }) => id === target?.rotation)
          .map((rotation) => onDutyAt(rotation, organization, absencesByPerson, at).shift)[0];
  return watch && { responder: watch.onDuty, watch };
}
