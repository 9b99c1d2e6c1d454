import { type Verb, verb, withCommonOptions } from '../../cli/verb';
import type { DiffOptions } from './diff';

export const diffVerb: Verb = (program, { io, end }) => {
  const command = verb(program, {
    name: 'diff',
    description: 'what a change of the data does: who stands when, before and after',
    example: 'watchbill diff main --markdown',
  })
    .argument('[base]', 'a git ref or a data folder (default: the merge base with the main branch)')
    .argument('[head]', 'the same (default: the data folder as it is)')
    .option('--markdown', 'a comment for a pull request');
  withCommonOptions(command).action(
    (base: string | undefined, head: string | undefined, options: DiffOptions) => {
      const { diff }: typeof import('./diff') = require('./diff');
      end(diff([base, head], options, io));
    },
  );
};
