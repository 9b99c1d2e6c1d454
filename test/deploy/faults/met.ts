import type { Fault } from '../../../src/sandbox';
import { badAnswers } from './answers';
import type { FaultedDeploy } from './matrix';
import { changes } from './shapes';

/** One call of a deploy that meets one fault. */
export interface Meeting {
  readonly shape: string;
  /** Counts from 1. */
  readonly occurrence: number;
  /** The call, e.g. `POST /api/v1/monitor (2 of 3)`. */
  readonly call: string;
  /** The fault, in words. */
  readonly what: string;
  readonly fault: Fault;
}

const DROPS: Readonly<Record<string, Fault>> = {
  'is lost before it is done': { kind: 'drop-before' },
  'is done, and the answer lost': { kind: 'drop-after' },
};

/** Every fault, in the order of the table. */
export function faultsOf(shape: string): Readonly<Record<string, Fault>> {
  return { ...DROPS, ...badAnswers(shape) };
}

/**
 * Which calls of a deploy meet which faults: each meets every one in the long form. In the short
 * one the first call of each shape that changes something is lost, and a few get bad answers: the next
 * calls of a shape are the same request for another object.
 */
export function meetingsOf(deploy: FaultedDeploy, isLong: boolean): Meeting[] {
  const { shapes, firstOf = [], representative } = deploy;
  const calls = [...Object.entries(shapes), ...firstOf.map((shape): [string, number] => [shape, 1])];
  return calls.flatMap(([shape, count]) =>
    Array.from({ length: count }, (_, index) => index + 1).flatMap((occurrence) => {
      const call = firstOf.includes(shape) ? `${shape} (the first)` : `${shape} (${occurrence} of ${count})`;
      const isChosen = (fault: Fault) =>
        isLong ||
        (occurrence === 1 &&
          (fault.kind.startsWith('drop') ? changes(shape) : representative.includes(shape)));
      return Object.entries(faultsOf(shape))
        .filter(([, fault]) => isChosen(fault))
        .map(([what, fault]) => ({ shape, occurrence, call, what, fault }));
    }),
  );
}
