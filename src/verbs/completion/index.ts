import { Argument } from 'commander';
import { EXIT } from '../../cli/exitCode';
import { type Verb, verb } from '../../cli/verb';
import type { Shell } from './script';

/** The hidden verb that the scripts of all shells call. */
const COMPLETE = '__complete';

export const completionVerb: Verb = (program, { io, end }) => {
  verb(program, {
    name: 'completion',
    description: 'prints a completion script for bash, zsh or fish',
    example: 'source <(watchbill completion bash)',
    exitCodes: '0 clean, 2 wrong usage',
    note: `The example belongs in ~/.bashrc; use zsh in ~/.zshrc. For fish:
  watchbill completion fish > ~/.config/fish/completions/watchbill.fish`,
  })
    .addArgument(new Argument('<shell>', 'bash, zsh or fish').choices(['bash', 'zsh', 'fish']))
    .action((shell: Shell) => {
      const { completionScript }: typeof import('./script') = require('./script');
      io.out(completionScript(shell));
      end(EXIT.clean);
    });
  program
    .command(COMPLETE, { hidden: true })
    .argument('[words...]')
    .action((words: string[]) => {
      const { candidatesText }: typeof import('./candidates') = require('./candidates');
      io.out(candidatesText(program, words, io.env));
      end(EXIT.clean);
    });
};
