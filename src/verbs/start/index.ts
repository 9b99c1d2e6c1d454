import { type Verb, verb, withData } from '../../cli/verb';
import type { StartOptions } from './start';

export const startVerb: Verb = (program, { io, end }) => {
  const command = verb(program, {
    name: 'start',
    description: 'a tour: check, roster, synthesis, and a rehearsed night',
    example: 'watchbill start --as-of 2026-11-23',
  });
  withData(command)
    .option('--as-of <instant>', 'the day to plan from (default: WATCHBILL_AS_OF, else today)')
    .option('--verbose', 'show each warning, four weeks of the roster, and a rehearsed night of each rule')
    .action(async (options: StartOptions) => {
      const { start }: typeof import('./start') = require('./start');
      end(await start(options, io));
    });
};
