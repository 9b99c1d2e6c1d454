import { type Verb, verb, withCommonOptions } from '../../cli/verb';
import type { RosterOptions } from './roster';

export const rosterVerb: Verb = (program, { io, end }) => {
  const command = verb(program, {
    name: 'roster',
    description: 'who stands when, with the reason',
    example: 'watchbill roster --weeks 4 --pipeline aggregate-profit',
  })
    .option('--from <date>', 'first day (default: as of)')
    .option('--weeks <n>', 'how many weeks (default: up to the horizon)')
    .option('--pipeline <id>', 'only the rotation that serves this pipeline')
    .option('--person <id>', 'only shifts in which this person stands or is covered');
  withCommonOptions(command).action((options: RosterOptions) => {
    const { roster }: typeof import('./roster') = require('./roster');
    end(roster(options, io));
  });
};
