import { Temporal } from 'temporal-polyfill';
import type { StackIo, SynthesisRequest } from '../../src/cli/io';
import { main } from '../../src/main';
import { XYZ_TECH } from '../xyzTech';

/** The data of XYZ Tech. */
export const DATA = XYZ_TECH;

/** What a call of the command printed and returned. */
export interface Result {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Calls `watchbill` as of Monday 23 November 2026 on XYZ Tech's data, unless told otherwise. */
export async function watchbill(
  args: readonly string[],
  env: Record<string, string> = {},
  io: Partial<StackIo> = {},
): Promise<Result> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await main(args, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    env: { WATCHBILL_DATA: DATA, WATCHBILL_AS_OF: '2026-11-23', ...env },
    now: () => Temporal.Instant.from('2026-11-24T03:15:00Z'),
    synthesize,
    ...io,
  });
  return { code, out: out.join(''), err: err.join('') };
}

/** cdktf takes a second to load: only for the verbs that ask for it. */
function synthesize(request: SynthesisRequest): readonly unknown[] {
  const { synthesizedStacks } =
    require('../../src/verbs/synth/synthesizedStacks') as typeof import('../../src/verbs/synth/synthesizedStacks');
  return synthesizedStacks(request);
}
