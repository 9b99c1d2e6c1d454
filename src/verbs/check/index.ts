import type { CommonOptions } from '../../cli/session';
import { type Verb, verb, withCommonOptions } from '../../cli/verb';

export const checkVerb: Verb = (program, { io, end }) => {
  const command = verb(program, {
    name: 'check',
    description: 'every problem in the data, with its code, place and way out',
    example: 'watchbill check --data data',
  });
  withCommonOptions(command).action((options: CommonOptions) => {
    const { check }: typeof import('./check') = require('./check');
    end(check(options, io));
  });
};
