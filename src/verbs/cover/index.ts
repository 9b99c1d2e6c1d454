import { type Verb, verb, withData } from '../../cli/verb';
import type { CoverOptions } from './cover';

export const coverVerb: Verb = (program, { io, end }) => {
  const command = verb(program, {
    name: 'cover',
    description: 'hands on-call time over at once: in PagerDuty, and in the leave file',
    example: 'watchbill cover aidil --until 2026-11-24T09:00',
    exitCodes: '0 done, or nothing to do; 1 not all done; 2 wrong usage, or not confirmed',
  })
    .argument('<person>', 'who is away')
    .option('--from <instant>', 'when the absence begins (default: now)')
    .option('--until <instant>', 'when it ends; a date is included')
    .option('--with <person>', 'who covers, as agreed (default: the rules decide)')
    .option('--rotation <id>', 'hand over only this rotation (default: everything the person does)')
    .option('--cancel', 'cancel the cover for the same absence')
    .option('--yes', 'do not ask for confirmation');
  withData(command)
    .option('--json', 'JSON on standard output, for programs')
    .action(async (person: string, options: CoverOptions) => {
      const { cover }: typeof import('./cover') = require('./cover');
      end(await cover(person, options, io));
    });
};
