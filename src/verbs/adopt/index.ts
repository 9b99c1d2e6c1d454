import { collected, type Verb, verb, withCommonOptions } from '../../cli/verb';
import type { AdoptOptions } from './adopt';

export const adoptVerb: Verb = (program, { io, end }) => {
  const command = verb(program, {
    name: 'adopt',
    description: 'takes over what already exists in PagerDuty and Datadog, instead of duplicating it',
    example: 'watchbill adopt\nwatchbill adopt --map growth="Data on-call (old)"',
    exitCodes:
      '0 clean; 1 problems in the data, undecided objects, or no answer; 2 wrong usage, or a missing key',
  })
    .option('--out <file>', 'the file to write (default: imports.json)')
    .option(
      '--map <address=object>',
      'take over an object that has another name; may be repeated',
      collected,
    );
  withCommonOptions(command, 'now').action(async (options: AdoptOptions) => {
    const { adopt }: typeof import('./adopt') = require('./adopt');
    end(await adopt(options, io));
  });
};
