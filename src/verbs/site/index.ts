import { type Verb, verb, withCommonOptions } from '../../cli/verb';
import type { SiteOptions } from './site';

export const siteVerb: Verb = (program, { io, end }) => {
  const command = verb(program, {
    name: 'site',
    description: 'writes roster, ladders and runbooks as pages for a phone at 3:00',
    example: 'watchbill site --out public',
  })
    .option('--out <dir>', 'folder for the site, and nothing else')
    .option('--serve', 'show it on this machine instead, and renew it when the data changes')
    .option('--port <number>', 'for --serve (default: any free port)')
    .option('--no-rehearsal', 'without a rehearsed night of each rule')
    .option('--contacts', 'show e-mail addresses, too');
  withCommonOptions(command).action(async (options: SiteOptions) => {
    if (options.serve === true) {
      const { serve }: typeof import('./serve/serve') = require('./serve/serve');
      end(await serve(options, io));
      return;
    }
    const { site }: typeof import('./site') = require('./site');
    end(await site(options, io));
  });
};
