import type { CommonOptions } from '../../cli/session';
import { type Verb, verb, withCommonOptions } from '../../cli/verb';
import type { TelemetryAgentOptions } from './telemetry';

export const telemetryVerb: Verb = (program, call) => {
  const telemetry = program
    .command('telemetry')
    .description("the run ledger's SQL, and the Datadog Agent's configuration")
    .addHelpText('after', '\nExample:\n  watchbill telemetry sql > ledger.sql')
    .helpCommand(false);
  sqlVerb(telemetry, call);
  agentVerb(telemetry, call);
};

const sqlVerb: Verb = (telemetry, { io, end }) => {
  const command = verb(telemetry, {
    name: 'sql',
    description: "the run ledger's SQL, to be run at any time, and again after each change of the data",
    example: 'watchbill telemetry sql > ledger.sql\npsql -X -v ON_ERROR_STOP=1 -f ledger.sql',
  });
  withCommonOptions(command).action((options: CommonOptions) => {
    const { telemetrySql } = require('./telemetry') as typeof import('./telemetry');
    end(telemetrySql(options, io));
  });
};

const agentVerb: Verb = (telemetry, { io, end }) => {
  const command = verb(telemetry, {
    name: 'agent',
    description: "the Datadog Agent's conf.d/postgres.d/conf.yaml, without a secret",
    example: 'watchbill telemetry agent --host ledger.internal > conf.yaml',
  })
    .option('--host <host>', "the ledger's host, or the folder of its socket (default: localhost)")
    .option('--port <n>', 'its port (default: 5432)')
    .option('--dbname <name>', 'its database (default: watchbill)')
    .option('--username <name>', 'a login that was granted watchbill_agent (default: datadog)');
  withCommonOptions(command).action((options: TelemetryAgentOptions) => {
    const { telemetryAgent } = require('./telemetry') as typeof import('./telemetry');
    end(telemetryAgent(options, io));
  });
};
