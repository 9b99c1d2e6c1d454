import { collected, type Verb, verb, withData } from '../../cli/verb';
import type { InitOptions } from './answers';
import type { RunbookOptions } from './runbook';

export const initVerb: Verb = (program, call) => {
  const { io, end } = call;
  const command = verb(program, {
    name: 'init',
    description: 'a new repository of your own: data, package.json, workflows, README',
    example: 'watchbill init data-on-call --yes --time-zone Europe/Berlin',
    exitCodes:
      '0 written, 1 PagerDuty did not answer or has nothing to take over, 2 wrong usage; nothing is ever overwritten',
  })
    .argument('[dir]', 'a folder that is empty, or a new one (default: this one)')
    .option('--name <name>', "name of the company or team (default: the folder's)")
    .option('--time-zone <zone>', "IANA time zone of all local times (default: this machine's)")
    .option('--hand-off <day-time>', 'when turns change hands (default: "monday 09:00")')
    .option('--person <name-email>', '"Ada Lovelace <ada@example.com>"; may be repeated', collected)
    .option('--pipeline <name>', 'an on-call pipeline; may be repeated', collected)
    .option(
      '--from-pagerduty',
      'take people, rotations and services from a PagerDuty account (only reads it)',
    )
    .option('--package <spec>', 'what npm installs Watchbill from (default: this version)')
    .option('--yes', 'ask nothing; use the defaults for what is not given')
    .helpCommand(false)
    .action(async (dir: string | undefined, options: InitOptions) => {
      const { init }: typeof import('./init') = require('./init');
      end(await init(dir ?? '.', options, io));
    });
  runbookVerb(command, call);
};

const runbookVerb: Verb = (init, { io, end }) => {
  const command = verb(init, {
    name: 'runbook',
    description: 'a runbook to begin with: all headings and one alert',
    example: 'watchbill init runbook aggregate-profit',
    exitCodes: '0 written, 1 problems in the data, 2 wrong usage; nothing is ever overwritten',
  }).argument('<pipeline>', 'id of a pipeline without a runbook');
  withData(command).action((pipeline: string, options: RunbookOptions) => {
    const { initRunbook }: typeof import('./runbook') = require('./runbook');
    end(initRunbook(pipeline, options, io));
  });
};
