import { type Verb, verb, withCommonOptions } from '../../cli/verb';
import type { LoadOptions } from './load';

export const loadVerb: Verb = (program, { io, end }) => {
  const command = verb(program, {
    name: 'load',
    description: 'shows who carries how much: turns, nights, weekends, covers',
    example: 'watchbill load --from 2026-01-05 --until 2026-12-31',
  })
    .option('--from <date>', 'first day (default: as of)')
    .option('--until <date>', 'last day (default: up to the horizon)');
  withCommonOptions(command).action((options: LoadOptions) => {
    const { load }: typeof import('./load') = require('./load');
    end(load(options, io));
  });
};
