import { EXIT_CODES, type Verb, verb, withCommonOptions } from '../../cli/verb';
import type { DriftOptions } from './drift';

export const driftVerb: Verb = (program, { io, end }) => {
  const command = verb(program, {
    name: 'drift',
    description: 'reports what was changed by hand in PagerDuty and Datadog',
    example: 'watchbill drift --json',
    exitCodes: `${EXIT_CODES}, 3 drift; 1 also if a vendor does not answer`,
    note: 'If the last deploy is days old, pass its instant as --as-of.',
  });
  withCommonOptions(command, 'now').action(async (options: DriftOptions) => {
    const { drift }: typeof import('./drift') = require('./drift');
    end(await drift(options, io));
  });
};
