import { type Verb, verb, withCommonOptions } from '../../cli/verb';
import type { AdoptOptions } from './adopt';

export const adoptVerb: Verb = (program, { io, end }) => {
  const command = verb(program, {
    name: 'adopt',
    description: 'writes import blocks for what exists already at PagerDuty and Datadog',
    example: 'watchbill adopt',
    exitCodes:
      '0 clean, 1 problems in the data, something undecided or no answer, 2 wrong usage or a missing key',
    note: 'Without --as-of it is now, as it is for the deploy that imports them.',
  }).option('--out <file>', 'where they are written (default: imports.json)');
  withCommonOptions(command).action(async (options: AdoptOptions) => {
    const { adopt }: typeof import('./adopt') = require('./adopt');
    end(await adopt(options, io));
  });
};
