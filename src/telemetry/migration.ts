import type { LedgerKind } from '../catalog';
import { catalogSql, completenessSql } from './catalogRows';
import { GAUGE_QUERIES, viewName, viewQuery } from './gauges/views';
import { INTERNAL_FUNCTIONS, REPORT_FUNCTIONS } from './ledger/functions';
import { TABLES_SQL } from './ledger/tables';
import { lockingChangesSql } from './lockingChanges';
import { grantsSql, rolesSql } from './roles';
import type { Telemetry } from './telemetry';

/**
 * The ledger's complete SQL: schema, roles, functions, the team's data and views. The schema's
 * owner can run it at any time and as often as needed: it is one transaction and keeps every
 * reported row. It locks nothing that already exists, except in {@link lockingChangesSql}.
 *
 * Needs PostgreSQL 13 or later, and `CREATEROLE` for the first run and for new pipelines.
 */
export function migrationSql(telemetry: Telemetry): string {
  const functions = REPORT_FUNCTIONS.map(({ signature }) => signature);
  const kinds = Object.keys(GAUGE_QUERIES) as LedgerKind[];
  return `${[
    `-- Watchbill's run ledger. Generated from the team's data: run it again after each change; do not edit.
BEGIN;
SET LOCAL client_min_messages = warning;
-- Objects in other schemas must not shadow PostgreSQL's own.
SET LOCAL search_path = pg_catalog, pg_temp;
SET LOCAL lock_timeout = '10s';
-- If two migrations run at once, the second waits.
SELECT pg_advisory_xact_lock(hashtext('watchbill migration'));
CREATE SCHEMA IF NOT EXISTS watchbill;`,
    TABLES_SQL,
    rolesSql(telemetry.pipelines),
    ...[...INTERNAL_FUNCTIONS, ...REPORT_FUNCTIONS].map(({ sql }) => sql),
    '-- A check of an earlier version, without offices.\nDROP FUNCTION IF EXISTS watchbill.check_business_date(date);',
    catalogSql(telemetry),
    lockingChangesSql(kinds.map((kind) => [kind, viewQuery(kind)])),
    completenessSql(),
    grantsSql(telemetry.pipelines, functions, kinds.map(viewName)),
    'COMMIT;',
  ].join('\n\n')}\n`;
}
