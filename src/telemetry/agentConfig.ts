import { Document } from 'yaml';
import { GAUGES } from '../alerts';
import type { LedgerKind } from '../catalog';
import { viewName } from './gauges/views';
import type { Telemetry } from './telemetry';

/** How the Agent reaches the ledger's database. */
export interface AgentConnection {
  /** Host name, or the directory of a Unix socket. */
  readonly host: string;
  readonly port: number;
  readonly dbname: string;
  /** A login that was granted `watchbill_agent`. */
  readonly username: string;
}

/** A query, one row per series of a gauge. */
export interface CustomQuery {
  readonly metric_prefix: string;
  readonly query: string;
  /** In the order of the query's columns. */
  readonly columns: readonly { readonly name: string; readonly type: 'tag' | 'gauge' }[];
}

/** A database that the Agent reads. */
export interface AgentInstance extends AgentConnection {
  /** A reference to the secret, never the secret itself. */
  readonly password: string;
  /** Database Monitoring, which Datadog bills per host. */
  readonly dbm: false;
  /** Skips the integration's own metrics, which the login has no rights to read. */
  readonly only_custom_queries: true;
  /** Seconds between two reads. */
  readonly min_collection_interval: number;
  readonly custom_queries: readonly CustomQuery[];
}

/** The Datadog Agent's configuration for its PostgreSQL integration, in that file's own keys. */
export interface AgentConfig {
  readonly init_config: Readonly<Record<string, never>>;
  readonly instances: readonly [AgentInstance];
}

/** Name of the password in the Agent's secret backend. */
const PASSWORD_SECRET = 'watchbill_ledger_password';

const HEAD = ` conf.d/postgres.d/conf.yaml of the Datadog Agent: the gauges of Watchbill's run ledger.
 Generated from the team's data; do not edit. After each change to the data, run
   npx watchbill telemetry agent
 again with the same options. The password comes from the Agent's secret backend:
 https://docs.datadoghq.com/agent/configuration/secrets-management`;

/**
 * Configures the Agent to read every gauge that an alert rule, and so a monitor, uses.
 *
 * The interval is set on the instance. With a `collection_interval` of the same length on
 * each query, a check that begins a moment early would skip the query, and the gauge would
 * be read every two minutes.
 * @see https://github.com/DataDog/integrations-core/blob/master/postgres/datadog_checks/postgres/data/conf.yaml.example
 */
export function agentConfig({ rules }: Telemetry, connection: AgentConnection): AgentConfig {
  const read = new Set(rules.map(({ kind }) => kind));
  const kinds = (Object.keys(GAUGES) as LedgerKind[]).filter((kind) => read.has(kind));
  return {
    init_config: {},
    instances: [
      {
        ...connection,
        password: `ENC[${PASSWORD_SECRET}]`,
        dbm: false,
        only_custom_queries: true,
        min_collection_interval: 60,
        custom_queries: kinds.map(customQuery),
      },
    ],
  };
}

/** Without a prefix of its own, a metric would get the integration's `postgresql.`. */
function customQuery(kind: LedgerKind): CustomQuery {
  const { name, tags } = GAUGES[kind];
  const dot = name.lastIndexOf('.');
  return {
    metric_prefix: name.slice(0, dot),
    query: `SELECT ${[...tags, 'value'].join(', ')} FROM watchbill.${viewName(kind)}`,
    columns: [
      ...tags.map((tag) => ({ name: tag, type: 'tag' as const })),
      { name: name.slice(dot + 1), type: 'gauge' },
    ],
  };
}

/** Renders the file. Strings are quoted: the Agent reads YAML 1.1, where `on` is a boolean. */
export function agentConfigText(config: AgentConfig): string {
  const document = new Document(config);
  document.commentBefore = HEAD;
  return document.toString({ defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 });
}
