import { EXIT } from '../../cli/exitCode';
import { type Verb, verb } from '../../cli/verb';

export const explainVerb: Verb = (program, { io, end }) => {
  verb(program, {
    name: 'explain',
    description: 'shows what a diagnostic code means, and how to fix it',
    example: 'watchbill explain ROTA009',
    exitCodes: '0 clean, 2 wrong usage',
  })
    .argument('[code]', 'the code (default: a list of all codes)')
    .action((code: string | undefined) => {
      const { explain }: typeof import('./explain') = require('./explain');
      io.out(explain(code));
      end(EXIT.clean);
    });
};
