import { identifier, literal } from './sqlText';

/** May call the functions for every pipeline: for one scheduler that runs all of them. */
export const WRITER_ROLE = 'watchbill_writer';

/** May read the gauges and nothing else: for the Datadog Agent. */
export const AGENT_ROLE = 'watchbill_agent';

/**
 * The role that may write one pipeline's rows and no other's. An id has 60 characters at
 * most, and PostgreSQL cuts names after 63.
 * @example
 * pipelineRole('aggregate-profit') // 'wb_aggregate-profit'
 */
export function pipelineRole(pipeline: string): string {
  return `wb_${pipeline}`;
}

/** Group roles, which nobody can log in as: the team grants them to its own. */
export function rolesSql(pipelines: readonly string[]): string {
  const roles = [AGENT_ROLE, WRITER_ROLE, ...pipelines.map(pipelineRole)];
  return `-- Roles. Nobody logs in as these: grant them to whoever reports or reads.
DO $roles$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY[${roles.map(literal).join(', ')}] LOOP
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = wanted) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        -- Another database of this server made it meanwhile.
      END;
    END IF;
  END LOOP;
END
$roles$;`;
}

/** What each role may do; everything else is taken from everybody. */
export function grantsSql(
  pipelines: readonly string[],
  functions: readonly string[],
  views: readonly string[],
): string {
  const writers = [WRITER_ROLE, ...pipelines.map(pipelineRole)].map(identifier).join(', ');
  const all = pipelines.map((id) => identifier(pipelineRole(id))).join(', ');
  return `-- Who may do what: writers call functions, the Agent reads gauges, nobody touches a table.
REVOKE ALL ON SCHEMA watchbill FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA watchbill FROM PUBLIC, ${writers}, ${AGENT_ROLE};
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA watchbill FROM PUBLIC, ${writers}, ${AGENT_ROLE};
${pipelines.length === 0 ? '' : `GRANT ${all} TO ${WRITER_ROLE};\n`}GRANT USAGE ON SCHEMA watchbill TO ${writers}, ${AGENT_ROLE};
${functions.map((each) => `GRANT EXECUTE ON FUNCTION watchbill.${each} TO ${writers};`).join('\n')}
-- A view reads tables as its owner does, but calls functions as whoever reads it.
GRANT EXECUTE ON FUNCTION watchbill.now(), watchbill.local_date(timestamptz) TO ${AGENT_ROLE};
GRANT SELECT ON ${views.map((view) => `watchbill.${view}`).join(', ')} TO ${AGENT_ROLE};`;
}
