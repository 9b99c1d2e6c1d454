import { type Verb, verb, withData } from '../../cli/verb';
import type { SandboxVerbOptions } from './sandbox';

export const sandboxVerb: Verb = (program, { io, end }) => {
  const command = verb(program, {
    name: 'sandbox',
    description: 'loopback PagerDuty and Datadog for Terraform, until it is interrupted',
    example: 'watchbill sandbox --port 8899 --state sandbox.json',
  })
    .option('--port <n>', 'TCP port on 127.0.0.1 (default: any free one)')
    .option('--state <file>', 'file that keeps what was deployed (default: it is forgotten)');
  withData(command).action(async (options: SandboxVerbOptions) => {
    const { sandbox } = require('./sandbox') as typeof import('./sandbox');
    end(await sandbox(options, io));
  });
};
