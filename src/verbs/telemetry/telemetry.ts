import { EXIT } from '../../cli/exitCode';
import type { Io } from '../../cli/io';
import { instantJson, jsonText } from '../../cli/json';
import { type CommonOptions, soundSession } from '../../cli/session';
import {
  type AgentConnection,
  agentConfig,
  agentConfigText,
  migrationSql,
  telemetryOf,
} from '../../telemetry';
import { UsageError } from '../../text/usageError';

/** `watchbill telemetry sql`: prints the run ledger's SQL. */
export function telemetrySql(options: CommonOptions, io: Io): number {
  const session = soundSession(options, io);
  const { catalog, asOf } = session;
  const sql = migrationSql(telemetryOf(catalog));
  io.out(
    options.json === true ? jsonText({ asOf: instantJson(asOf, catalog.organization.timeZone), sql }) : sql,
  );
  return EXIT.clean;
}

/** Options of `watchbill telemetry agent`. */
export interface TelemetryAgentOptions extends CommonOptions {
  /** @default 'localhost' */
  readonly host?: string;
  /** @default '5432' */
  readonly port?: string;
  /** @default 'watchbill' */
  readonly dbname?: string;
  /** @default 'datadog' */
  readonly username?: string;
}

/** `watchbill telemetry agent`: prints the configuration that makes the Datadog Agent read the gauges. */
export function telemetryAgent(options: TelemetryAgentOptions, io: Io): number {
  const connection: AgentConnection = {
    host: textOption('--host', options.host ?? 'localhost'),
    port: portOption(options.port ?? '5432'),
    dbname: textOption('--dbname', options.dbname ?? 'watchbill'),
    username: textOption('--username', options.username ?? 'datadog'),
  };
  const session = soundSession(options, io);
  const config = agentConfig(telemetryOf(session.catalog), connection);
  if (config.instances[0].custom_queries.length === 0) {
    io.err('no alert rule reads the run ledger, so the Agent has no gauge to read\n');
  }
  io.out(options.json === true ? jsonText(config) : agentConfigText(config));
  return EXIT.clean;
}

function textOption(option: string, text: string): string {
  if (text.trim() !== '') return text;
  throw new UsageError(`${option} is empty\n  pass a value, or leave it out for the default`);
}

function portOption(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new UsageError(`--port is not a valid port: ${JSON.stringify(text)}\n  use a number from 1 to 65535`);
}
