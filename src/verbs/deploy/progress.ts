import type { Io } from '../../cli/io';
import { counted } from '../../text/counted';
import { objectText } from './plan/kinds';
import type { StackPlan } from './plan/stackPlan';
import type { TerraformEvent } from './terraform/events';

/** Terraform's words for what it is doing, and what it has done. */
const DOING: Readonly<Record<string, readonly [doing: string, done: string]>> = {
  create: ['creating', 'created'],
  update: ['changing', 'changed'],
  delete: ['removing', 'removed'],
  replace: ['replacing', 'replaced'],
  import: ['taking over', 'taken over'],
};

/** While a stack is planned, a terminal shows how many objects have been read. */
export function planProgress(stack: string, { progress }: Pick<Io, 'progress'>) {
  let count = 0;
  const show = () =>
    progress?.(`${stack}: planning${count === 0 ? '' : `, ${counted(count, 'object')} looked at`}`);
  show();
  return {
    onEvent: ({ kind }: TerraformEvent) => {
      if (kind !== 'looked') return;
      count += 1;
      show();
    },
    end: () => progress?.(''),
  };
}

/**
 * While a plan is applied, a terminal shows what is being done and how much of it is left; a
 * log gets a line for each object that is done.
 */
export function applyProgress(
  { stack, changes }: StackPlan,
  { progress, out }: Pick<Io, 'progress' | 'out'>,
) {
  const objects = new Map(changes.map((change) => [change.address, objectText(change)]));
  // A replaced object counts twice: it is removed and created.
  const total = changes.length + changes.filter(({ action }) => action === 'replace').length;
  let done = 0;
  return {
    onEvent: (event: TerraformEvent) => {
      if (event.kind === 'diagnostic' || event.kind === 'looked') return;
      const { kind, address, action } = event;
      const [doing, isDone] = DOING[action] ?? [action, action];
      const object = objects.get(address) ?? address;
      if (kind === 'ended') {
        done += 1;
        if (progress === undefined) out(`${stack}: ${isDone} ${object}\n`);
      } else if (kind === 'failed') {
        if (progress === undefined) out(`${stack}: not ${isDone}: ${object}\n`);
      } else {
        progress?.(`${stack}: ${done} of ${total} done; ${doing} ${object}`);
      }
    },
    end: () => progress?.(''),
  };
}
