import { type Verb, verb, withCommonOptions } from '../../cli/verb';
import type { WhoOptions } from './who';

export const whoVerb: Verb = (program, { io, end }) => {
  const command = verb(program, {
    name: 'who',
    description: 'shows who is on call, and who is next',
    example: 'watchbill who aggregate-profit --at 2026-11-09T03:00',
  })
    .argument('[pipeline]', 'only this pipeline')
    .option('--at <instant>', 'the moment (default: --as-of if given, else now)');
  withCommonOptions(command).action((pipeline: string | undefined, options: WhoOptions) => {
    const { who }: typeof import('./who') = require('./who');
    end(who(pipeline, options, io));
  });
};
