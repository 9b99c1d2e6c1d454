import { type Verb, verb, withCommonOptions } from '../../cli/verb';
import type { RosterOptions } from './roster';

export const rosterVerb: Verb = (program, { io, end }) => {
  const command = verb(program, {
    name: 'roster',
    description: 'shows who is on call when, and why',
    example: 'watchbill roster --weeks 4 --pipeline aggregate-profit',
  })
    .option('--from <date>', 'first day (default: as of)')
    .option('--weeks <n>', 'how many weeks (default: up to the horizon)')
    .option('--pipeline <id>', 'only the rotations of this pipeline')
    .option('--person <id>', 'only shifts of this person, or covered for them');
  withCommonOptions(command).action((options: RosterOptions) => {
    const { roster }: typeof import('./roster') = require('./roster');
    end(roster(options, io));
  });
};
