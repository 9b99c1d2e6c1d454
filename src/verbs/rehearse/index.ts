import { type Verb, verb, withCommonOptions } from '../../cli/verb';
import type { RehearseOptions } from './rehearse';

export const rehearseVerb: Verb = (program, { io, end }) => {
  const command = verb(program, {
    name: 'rehearse',
    description: 'breaks rules, and follows each to a phone and to its recovery',
    example: 'watchbill rehearse aggregate-profit not-complete-by-nine',
    exitCodes: '0 clean, 1 problems in the data or in what is deployed, 2 wrong usage',
  })
    .argument('[pipeline]', 'only the rules of this pipeline')
    .argument('[alert]', 'only this rule')
    .option('--at <instant>', 'when it breaks (default: 03:00 of the night after next)')
    .option('--deployed', 'what the sandbox holds after a deploy, instead of what would be deployed')
    .option('--database <url>', 'a PostgreSQL server to rehearse on, in a database of its own');
  withCommonOptions(command).action(
    async (pipeline: string | undefined, alert: string | undefined, options: RehearseOptions) => {
      const { rehearse }: typeof import('./rehearse') = require('./rehearse');
      end(await rehearse([pipeline, alert], options, io));
    },
  );
};
