import { type Verb, verb, withData } from '../../cli/verb';
import type { SynthOptions } from '../synth';

/** For the CDKTF CLI, not for people: help does not list it. */
export const appVerb: Verb = (program, { io, end }) => {
  const command = verb(program, {
    name: 'app',
    description: 'what "app" in cdktf.json names, for the CDKTF CLI',
    example: 'watchbill app',
    isHidden: true,
  });
  withData(command)
    .option('--as-of <instant>', 'the instant to plan from (default: WATCHBILL_AS_OF, else now)')
    .action((options: SynthOptions) => {
      const { app }: typeof import('../synth/synth') = require('../synth/synth');
      end(app(options, io));
    });
};
