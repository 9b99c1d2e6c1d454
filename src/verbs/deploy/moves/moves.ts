import { stacksByAddress } from '../../../deployment';
import type { PlannedStack } from '../plannedStacks';

/** An object in the state of a stack that it does not belong to. */
export interface Move {
  /** Its Terraform address, the same in every stack. */
  readonly address: string;
  /** The stack whose state has it. */
  readonly from: string;
  /** The stack that defines it. */
  readonly to: string;
  /** Whether that state has it as well, after an interrupted move. */
  readonly isThere: boolean;
}

/**
 * What a deploy would remove from one stack although another one defines it: the option `stacks` has
 * changed, a pipeline belongs to another team, or teams have begun or ceased to share a rotation.
 */
export function movesOf(planned: readonly PlannedStack[]): Move[] {
  const stacks = stacksByAddress(planned.map(({ json }) => json));
  const missing = new Set(
    planned.flatMap(({ plan: { changes, imports } }) => [
      ...changes.filter(({ action }) => action === 'create').map(({ address }) => address),
      ...imports.map(({ address }) => address),
    ]),
  );
  return planned.flatMap(({ plan: { stack: from, changes } }) =>
    changes.flatMap(({ address, action }) => {
      const to = stacks.get(address);
      if (to === undefined || to === from || (action !== 'destroy' && action !== 'forget')) return [];
      return [{ address, from, to, isThere: !missing.has(address) }];
    }),
  );
}
