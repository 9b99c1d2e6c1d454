import type { StackIo } from '../../cli/io';
import type { Meant } from '../../cli/meant';
import { counted } from '../../text/counted';
import type { DeployOptions } from './options';
import type { SummarizedStack } from './plan/summary';

/**
 * Asks whether what was shown is to be done: once for a deploy, and twice before everything is
 * removed, the second time for the account's name.
 * @returns whether it is
 */
export async function isApproved(
  stacks: readonly SummarizedStack[],
  { autoApprove = false, destroy = false }: DeployOptions,
  { accounts: { pagerDuty } }: Meant,
  { confirm, ask }: Pick<StackIo, 'confirm' | 'ask'>,
): Promise<boolean> {
  if (autoApprove) return true;
  const count = stacks.reduce((sum, { changes }) => sum + changes.length, 0);
  const question = destroy ? `Remove all ${counted(count, 'object')}?` : 'Apply exactly this?';
  if ((await confirm?.(question)) !== true) return false;
  if (!destroy) return true;
  const answer = await ask?.(
    `Nobody is paged any more. Type the account's name (${pagerDuty}) to remove it all:`,
  );
  return answer?.trim() === pagerDuty;
}
