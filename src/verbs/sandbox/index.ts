import { type Verb, verb, withData } from '../../cli/verb';
import type { SandboxVerbOptions } from './sandbox';

export const sandboxVerb: Verb = (program, { io, end }) => {
  const command = verb(program, {
    name: 'sandbox',
    description: 'runs PagerDuty and Datadog stand-ins on this machine for Terraform, until Ctrl-C',
    example: 'watchbill sandbox --port 8899 --state sandbox.json',
  })
    .option('--port <n>', 'TCP port on 127.0.0.1 (default: any free port)')
    .option('--state <file>', 'file that keeps what was deployed (default: nothing is kept)');
  withData(command).action(async (options: SandboxVerbOptions) => {
    const { sandbox }: typeof import('./sandbox') = require('./sandbox');
    end(await sandbox(options, io));
  });
};
