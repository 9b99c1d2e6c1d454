import type { Temporal } from 'temporal-polyfill';
import { type EscalationStep, ownerId, type Pipeline, reachedBy, stepWords, targetKey } from '../../catalog';
import { instantJson } from '../../cli/json';
import type { Session } from '../../cli/session';
import { NEVER, type OnDuty, type Reached, zoneOf } from '../../roster';
import type { Answer, RotationDuty } from './answers';
import { maintenanceJson } from './maintenance';
import { quietJson } from './quietRules';

/** For programs: per pipeline the first duty, all duties, and whom each step reaches. */
export function whoJson(
  answers: readonly Answer[],
  { catalog, asOf }: Session,
  at: Temporal.Instant,
): object {
  const { timeZone } = catalog.organization;
  return {
    asOf: instantJson(asOf, timeZone),
    at: instantJson(at, timeZone),
    timeZone,
    pipelines: answers.map(({ pipeline, duties, levels }) => {
      const first = firstOf(duties);
      return {
        id: pipeline.id,
        coverage: pipeline.coverage,
        primary: ownerId(pipeline.primary),
        secondary: ownerId(pipeline.secondary),
        rotation: first?.rotation.id ?? null,
        ...dutyJson(first, timeZone),
        duties: duties.map((duty) => ({
          duty: duty.rotation.duty,
          rotation: duty.rotation.id,
          ...dutyJson(duty, zoneOf(duty.rotation, catalog.organization)),
        })),
        levels: levels.flatMap((level, index) => levelJson(pipeline, level, index, timeZone)),
        ...quietJson(pipeline),
        ...maintenanceJson(pipeline, catalog, at),
      };
    }),
  };
}

/** The first duty: its rotation in which somebody is on call, else its first rotation. */
function firstOf(duties: readonly RotationDuty[]): RotationDuty | undefined {
  const own = duties.filter(({ rotation }) => rotation.duty === duties[0]?.rotation.duty);
  return own.find(({ shift }) => shift !== undefined) ?? own[0];
}

function dutyJson(duty: OnDuty | undefined, timeZone: string): object {
  const { shift, next } = duty ?? {};
  return {
    onDuty: shift?.onDuty.id ?? null,
    rostered: shift?.rostered.id ?? null,
    reason: shift?.reason ?? null,
    until: shift === undefined ? null : instantJson(shift.until, timeZone),
    next: next?.id ?? null,
  };
}

/** An entry for each person reached, or a single one for nobody. */
function levelJson(pipeline: Pipeline, level: readonly Reached[], index: number, timeZone: string): object[] {
  const step = pipeline.escalation.steps[index];
  const entry = (reached?: Reached) => ({
    step: index + 1,
    notify: step === undefined ? null : wordOf(pipeline, step, reached),
    reached: reached?.responder.id ?? null,
    rostered: reached?.watch?.rostered.id ?? null,
    reason: reached?.watch?.reason ?? null,
    until: reached?.watch === undefined ? null : untilJson(reached.watch.until, timeZone),
  });
  return level.length === 0 ? [entry()] : level.map(entry);
}

/** The word of a step that leads to whoever is reached; all of its words if nobody is. */
function wordOf(pipeline: Pipeline, step: EscalationStep, reached: Reached | undefined): string {
  const word = step.notify.find((target) =>
    reachedBy(pipeline, target).some(
      (each) => reached !== undefined && targetKey(each) === targetKey(reached.target),
    ),
  )?.word;
  return word ?? stepWords(step);
}

/** Null if no change is known. */
function untilJson(until: Temporal.Instant, timeZone: string): string | null {
  return until.equals(NEVER) ? null : instantJson(until, timeZone);
}
