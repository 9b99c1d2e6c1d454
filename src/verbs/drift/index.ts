import { EXIT_CODES, type Verb, verb, withCommonOptions } from '../../cli/verb';
import type { DriftOptions } from './drift';

export const driftVerb: Verb = (program, { io, end }) => {
  const command = verb(program, {
    name: 'drift',
    description: 'what somebody changed by hand at PagerDuty and Datadog',
    example: 'watchbill drift --json',
    exitCodes: `${EXIT_CODES}, 3 drift; 1 also where a vendor does not answer`,
    note: `Without --as-of it is now; after days without a deploy, give the instant of
the last one.`,
  });
  withCommonOptions(command).action(async (options: DriftOptions) => {
    const { drift }: typeof import('./drift') = require('./drift');
    end(await drift(options, io));
  });
};
