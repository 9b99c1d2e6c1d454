import { type Verb, verb, withData } from '../../cli/verb';
import type { MuteOptions } from './mute';

export const muteVerb: Verb = (program, { io, end }) => {
  const command = verb(program, {
    name: 'mute',
    description: 'mutes a pipeline for planned work: in Datadog at once, and in the data',
    example: 'watchbill mute aggregate-profit --for 2h',
    exitCodes: '0 done, or nothing to do; 1 not all done; 2 wrong usage, or not confirmed',
  })
    .argument('<pipeline>', 'the pipeline whose alerts are muted')
    .option('--for <duration>', 'how long, e.g. 90m, 2h, 1d')
    .option('--until <instant>', 'when it ends, instead of --for; a date is included')
    .option('--from <instant>', 'when it begins (default: now)')
    .option('--cancel', 'end the maintenance that is running, or that begins at --from')
    .option('--yes', 'do not ask for confirmation');
  withData(command)
    .option('--json', 'JSON on standard output, for programs')
    .action(async (pipeline: string, options: MuteOptions) => {
      const { mute }: typeof import('./mute') = require('./mute');
      end(await mute(pipeline, options, io));
    });
};
