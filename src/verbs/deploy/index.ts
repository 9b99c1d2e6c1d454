import { type Verb, verb, withData } from '../../cli/verb';
import type { DeployOptions } from './options';

export const deployVerb: Verb = (program, { io, end }) => {
  const command = verb(program, {
    name: 'deploy',
    description: 'plans all stacks, shows the plan, asks, and applies exactly that',
    example: 'watchbill deploy --plan-only',
    exitCodes:
      '0 deployed, or nothing to do; 1 not deployed, or only in part; 2 wrong usage; 4 not the approved plan',
    note: 'It needs Terraform or OpenTofu, and the keys of both vendors (docs/deploy.md).',
  });
  withData(command)
    .option('--as-of <instant>', 'the instant to plan from (default: now)')
    .option('--auto-approve', 'do not ask for confirmation')
    .option('--plan-only', 'show the plan; lock and change nothing')
    .option('--addresses', "list Terraform's addresses too")
    .option('--terraform <path>', 'the program that deploys (default: terraform on the PATH, else tofu)')
    .option('--summary <file>', 'write the plan to this file for approval, without secrets')
    .option('--expect <file>', 'apply only what the plan in this file does (from --summary)')
    .option('--destroy', 'remove everything; asks twice')
    .option('--account <name>', 'stop unless the key opens this PagerDuty account')
    // An option of the CDKTF CLI, which older scripts still pass; it has no effect.
    .addOption(command.createOption('--skip-provider-lock').hideHelp())
    .action(async (options: DeployOptions) => {
      const { deploy }: typeof import('./deploy') = require('./deploy');
      end(await deploy(options, io));
    });
};
