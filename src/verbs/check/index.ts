import { type Verb, verb, withCommonOptions } from '../../cli/verb';
import type { CheckOptions } from './check';

export const checkVerb: Verb = (program, { io, end }) => {
  const command = verb(program, {
    name: 'check',
    description: 'every problem in the data, with its code, place and way out',
    example: 'watchbill check --data data',
  });
  withCommonOptions(command)
    .addOption(
      command
        .createOption('--format <format>', 'github: as annotations of a pull request (default: text)')
        .choices(['text', 'github'])
        .conflicts('json'),
    )
    .action((options: CheckOptions) => {
      const { check }: typeof import('./check') = require('./check');
      end(check(options, io));
    });
};
