import { type Verb, verb, withData } from '../../cli/verb';
import type { SynthOptions } from './synth';

export const synthVerb: Verb = (program, { io, end }) => {
  const command = verb(program, {
    name: 'synth',
    description: 'writes the Terraform JSON of all stacks to cdktf.out',
    example: 'watchbill synth --as-of 2026-12-21T10:00',
  });
  withData(command)
    .option('--as-of <instant>', 'the instant to plan from (default: WATCHBILL_AS_OF, else now)')
    .action((options: SynthOptions) => {
      const { synth }: typeof import('./synth') = require('./synth');
      end(synth(options, io));
    });
};
export type { SynthOptions } from './synth';
