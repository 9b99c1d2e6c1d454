import { UsageError } from '../text/usageError';

/** How the data is divided into more stacks than the two: each team has its own. */
export type Split = 'by team';

/**
 * How the data is divided: `stacks` in the context of `cdktf.json`.
 * @param context `context` of `cdktf.json`
 * @returns undefined if there are the two stacks
 * @throws UsageError with code STCK001 for anything but `by team`
 * @example
 * chosenSplit({ stacks: 'by team' }) // 'by team'
 */
export function chosenSplit(context: Readonly<Record<string, unknown>>): Split | undefined {
  const { stacks } = context;
  if (stacks === undefined || stacks === 'by team') return stacks;
  throw new UsageError(
    `STCK001: stacks in cdktf.json's context is ${JSON.stringify(stacks)}\n  write "stacks": "by team", or leave it out for the two stacks on-call and monitors`,
  );
}
