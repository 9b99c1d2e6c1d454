import type { AlertKind } from '../catalog';
import { catalogSql, completenessSql } from './catalogRows';
import { GAUGE_VIEWS, viewName } from './gauges/views';
import { INTERNAL_FUNCTIONS, REPORT_FUNCTIONS } from './ledger/functions';
import { TABLES_SQL } from './ledger/tables';
import { lockingChangesSql } from './lockingChanges';
import { grantsSql, rolesSql } from './roles';
import type { Telemetry } from './telemetry';

/**
 * The ledger's whole SQL: schema, roles, functions, the team's data, views. It can be run
 * at any time, by whoever owns the schema, and again: all or nothing, and no reported row is
 * lost. Nothing that is there already is locked, so that it waits for nobody and nobody
 * waits for it; what has to be locked is changed by {@link lockingChangesSql}.
 *
 * PostgreSQL 13 or later. The owner needs `CREATEROLE` the first time, and for each new pipeline.
 */
export function migrationSql(telemetry: Telemetry): string {
  const functions = REPORT_FUNCTIONS.map(({ signature }) => signature);
  const views = Object.entries(GAUGE_VIEWS) as [AlertKind, string][];
  return `${[
    `-- The run ledger of Watchbill. Generated from the team's data: run it again after each change, never edit it.
BEGIN;
SET LOCAL client_min_messages = warning;
-- What somebody has put into another schema is not taken for PostgreSQL's own.
SET LOCAL search_path = pg_catalog, pg_temp;
SET LOCAL lock_timeout = '10s';
-- Of two migrations at once the second one waits.
SELECT pg_advisory_xact_lock(hashtext('watchbill migration'));
CREATE SCHEMA IF NOT EXISTS watchbill;`,
    TABLES_SQL,
    rolesSql(telemetry.pipelines),
    ...[...INTERNAL_FUNCTIONS, ...REPORT_FUNCTIONS].map(({ sql }) => sql),
    catalogSql(telemetry),
    lockingChangesSql(views),
    completenessSql(),
    grantsSql(
      telemetry.pipelines,
      functions,
      views.map(([kind]) => viewName(kind)),
    ),
    'COMMIT;',
  ].join('\n\n')}\n`;
}
