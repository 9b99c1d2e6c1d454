import { type Verb, verb, withCommonOptions } from '../../cli/verb';
import type { DiffOptions } from './diff';

export const diffVerb: Verb = (program, { io, end }) => {
  const command = verb(program, {
    name: 'diff',
    description: 'shows who is on call before and after a change of the data',
    example: 'watchbill diff main --markdown',
  })
    .argument('[base]', 'a git ref or data folder (default: merge base with the main branch)')
    .argument('[head]', 'the same (default: the data folder as it is now)')
    .option('--markdown', 'Markdown, as a comment on a pull request');
  withCommonOptions(command).action(
    (base: string | undefined, head: string | undefined, options: DiffOptions) => {
      const { diff }: typeof import('./diff') = require('./diff');
      end(diff([base, head], options, io));
    },
  );
};
