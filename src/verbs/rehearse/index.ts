import { type Verb, verb, withCommonOptions } from '../../cli/verb';
import type { RehearseOptions } from './rehearse';

export const rehearseVerb: Verb = (program, { io, end }) => {
  const command = verb(program, {
    name: 'rehearse',
    description: 'simulates every alert: who is paged, when, and that it recovers',
    example: 'watchbill rehearse aggregate-profit not-complete-by-nine',
    exitCodes: '0 clean, 1 problems in the data or in what is deployed, 2 wrong usage',
  })
    .argument('[pipeline]', 'only the rules of this pipeline')
    .argument('[alert]', 'only this rule')
    .option('--at <instant>', 'when the rules break (default: 03:00 the day after tomorrow)')
    .option('--deployed', 'rehearse what was deployed to the sandbox, not what would be deployed')
    .option('--database <url>', 'rehearse on a PostgreSQL server, in a temporary database');
  withCommonOptions(command).action(
    async (pipeline: string | undefined, alert: string | undefined, options: RehearseOptions) => {
      const { rehearse }: typeof import('./rehearse') = require('./rehearse');
      end(await rehearse([pipeline, alert], options, io));
    },
  );
};
