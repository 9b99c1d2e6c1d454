import type { CommonOptions } from '../../cli/session';
import { type Verb, verb, withCommonOptions } from '../../cli/verb';
import type { TelemetryAgentOptions } from './telemetry';

export const telemetryVerb: Verb = (program, call) => {
  const telemetry = program
    .command('telemetry')
    .showHelpAfterError('For its commands: watchbill telemetry --help')
    .description("prints the run ledger's SQL or the Datadog Agent's configuration")
    .addHelpText('after', '\nExample:\n  watchbill telemetry sql > ledger.sql')
    .helpCommand(false);
  sqlVerb(telemetry, call);
  agentVerb(telemetry, call);
};

const sqlVerb: Verb = (telemetry, { io, end }) => {
  const command = verb(telemetry, {
    name: 'sql',
    description: "prints the run ledger's SQL; run it again after each change to the data",
    example: 'watchbill telemetry sql > ledger.sql\npsql -X -v ON_ERROR_STOP=1 -f ledger.sql',
  });
  withCommonOptions(command).action((options: CommonOptions) => {
    const { telemetrySql }: typeof import('./telemetry') = require('./telemetry');
    end(telemetrySql(options, io));
  });
};

const agentVerb: Verb = (telemetry, { io, end }) => {
  const command = verb(telemetry, {
    name: 'agent',
    description: "prints the Datadog Agent's conf.d/postgres.d/conf.yaml, which holds no secrets",
    example: 'watchbill telemetry agent --host ledger.internal > conf.yaml',
  })
    .option('--host <host>', "the ledger's host, or the directory of its socket (default: localhost)")
    .option('--port <n>', "the ledger's port (default: 5432)")
    .option('--dbname <name>', "the ledger's database (default: watchbill)")
    .option('--username <name>', 'a login with the role watchbill_agent (default: datadog)');
  withCommonOptions(command).action((options: TelemetryAgentOptions) => {
    const { telemetryAgent }: typeof import('./telemetry') = require('./telemetry');
    end(telemetryAgent(options, io));
  });
};
