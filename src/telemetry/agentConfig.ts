import { Document } from 'yaml';
import { GAUGES } from '../alerts';
import type { AlertKind } from '../catalog';
import { viewName } from './gauges/views';
import type { Telemetry } from './telemetry';

/** How the Agent reaches the ledger's database. */
export interface AgentConnection {
  /** Host name, or folder of a Unix socket. */
  readonly host: string;
  readonly port: number;
  readonly dbname: string;
  /** A login that was granted `watchbill_agent`. */
  readonly username: string;
}

/** A query whose rows become the series of one gauge. */
export interface CustomQuery {
  readonly metric_prefix: string;
  readonly query: string;
  /** In the order of the query's columns. */
  readonly columns: readonly { readonly name: string; readonly type: 'tag' | 'gauge' }[];
}

/** One database that the Agent reads. */
export interface AgentInstance extends AgentConnection {
  /** Handle of a secret, never the secret. */
  readonly password: string;
  /** Database Monitoring, which is billed by host. */
  readonly dbm: false;
  /** None of the integration's own metrics, for which the login has no rights. */
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
export const PASSWORD_SECRET = 'watchbill_ledger_password';

const HEAD = ` conf.d/postgres.d/conf.yaml of the Datadog Agent: the gauges of Watchbill's run ledger.
 Generated from the team's data, never edit it: after each change of the data, run
   npx watchbill telemetry agent
 again with the same options. The password is asked of the Agent's secret backend:
 https://docs.datadoghq.com/agent/configuration/secrets-management`;

/**
 * What the Agent has to read: every gauge that a rule of the data, and so a monitor, reads.
 *
 * The interval is the instance's: a `collection_interval` of the same length on each query
 * would be passed over whenever a check begins a moment early, and read every two minutes.
 * @see https://github.com/DataDog/integrations-core/blob/master/postgres/datadog_checks/postgres/data/conf.yaml.example
 */
export function agentConfig({ rules }: Telemetry, connection: AgentConnection): AgentConfig {
  const read = new Set(rules.map(({ kind }) => kind));
  const kinds = (Object.keys(GAUGES) as AlertKind[]).filter((kind) => read.has(kind));
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

/** With a prefix of its own, a metric is not put below the integration's `postgresql.`. */
function customQuery(kind: AlertKind): CustomQuery {
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

/** The file's text. Texts are quoted, because the Agent reads YAML 1.1, where `on` is no text. */
export function agentConfigText(config: AgentConfig): string {
  const document = new Document(config);
  document.commentBefore = HEAD;
  return document.toString({ defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 });
}
