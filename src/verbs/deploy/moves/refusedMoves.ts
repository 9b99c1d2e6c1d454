import { join } from 'node:path';
import { withExplainHint } from '../../../cli/explainHint';
import type { Io } from '../../../cli/io';
import { replaceFile } from '../../../files/replaceFile';
import { counted } from '../../../text/counted';
import { OUTDIR } from '../../synth/writeStacks';
import { moveScript } from './moveScript';
import type { Move } from './moves';

/** The file that the commands are written to. */
const SCRIPT = join(OUTDIR, 'moves.sh');
/** For at most this many objects the commands are shown as well. */
const MOST = 100;

/**
 * Says that objects have to move between the stacks' states before anything can be deployed, and
 * writes the commands for it.
 * @param program Terraform or OpenTofu, as it is run
 */
export function tellMoves(moves: readonly Move[], program: string, io: Pick<Io, 'out' | 'err'>): void {
  const script = moveScript(moves, program);
  replaceFile(SCRIPT, script);
  if (moves.length <= MOST) io.out(script);
  const ways = moves.map(({ from, to }) => `${from} to ${to}`);
  const lines = [...new Set(ways)].map(
    (way) => `  ${way}: ${counted(ways.filter((each) => each === way).length, 'object')}\n`,
  );
  io.err(
    withExplainHint(
      `DEPL008: ${counted(moves.length, 'object')} in the state of a stack that another stack defines: a deploy would remove and remake what pages people\n${lines.join('')}  run sh ${SCRIPT}, which changes the states and no account; then deploy again\n`,
    ),
  );
}
