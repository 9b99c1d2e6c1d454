import { type Verb, verb, withCommonOptions } from '../../cli/verb';
import type { CheckOptions } from './check';

export const checkVerb: Verb = (program, { io, end }) => {
  const command = verb(program, {
    name: 'check',
    description: 'validates the data: code, file:line:column and fix',
    example: 'watchbill check --data data',
  });
  withCommonOptions(command)
    .addOption(
      command
        .createOption('--format <format>', 'github: annotations on a pull request (default: text)')
        .choices(['text', 'github'])
        .conflicts('json'),
    )
    .action((options: CheckOptions) => {
      const { check }: typeof import('./check') = require('./check');
      end(check(options, io));
    });
};
