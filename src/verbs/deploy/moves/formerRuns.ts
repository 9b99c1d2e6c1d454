import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StackIo } from '../../../cli/io';
import { localStateFile, stateSettings } from '../../../state/statePlace';
import { OUTDIR, projectOf } from '../../synth/writeStacks';
import type { PlannedStack, RunnableStack } from '../plannedStacks';
import type { Runner } from '../terraform/run';
import { StackRun } from '../terraform/stackRun';

/**
 * The stacks of an earlier deploy that the data no longer has, written without any objects, so that
 * their plans remove whatever is in their states.
 * @param planned the present stacks; the state of one of them may name earlier ones
 */
export function formerRuns(
  planned: readonly PlannedStack[],
  runner: Runner,
  io: Pick<StackIo, 'env'>,
): RunnableStack[] {
  const current = planned.map(({ plan }) => plan.stack);
  const recorded = planned.flatMap(({ plan }) => plan.recorded);
  const [like] = planned;
  if (like === undefined) return [];
  return recorded
    .filter((name) => !current.includes(name))
    .map((name) => {
      const json = emptyStack(like.json, name, io);
      const folder = join(OUTDIR, 'stacks', name);
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'cdk.tf.json'), `${JSON.stringify(json, undefined, 2)}\n`);
      return { run: new StackRun(name, runner, OUTDIR), json };
    });
}

/** A stack without objects, with its own state and the providers of another. */
function emptyStack(like: unknown, name: string, io: Pick<StackIo, 'env'>): unknown {
  const { terraform, provider } = like as { readonly terraform: object; readonly provider: unknown };
  const { backend, sandbox } = projectOf(io);
  const file = join('../../..', localStateFile(name, sandbox !== undefined));
  return {
    '//': { metadata: { stackName: name } },
    provider,
    terraform: { ...terraform, backend: { [backend.type]: stateSettings(backend, name, file) } },
  };
}
