import { identifier, literal } from './sqlText';

/** May report for every pipeline: for a scheduler that runs all of them. */
const WRITER_ROLE = 'watchbill_writer';

/** May only read the gauges: for the Datadog Agent. */
const AGENT_ROLE = 'watchbill_agent';

/**
 * The role that may report for a single pipeline. Ids have at most 60 characters, and
 * PostgreSQL truncates names after 63.
 * @example
 * pipelineRole('aggregate-profit') // 'wb_aggregate-profit'
 */
export function pipelineRole(pipeline: string): string {
  return `wb_${pipeline}`;
}

/** Creates the group roles, which cannot log in: the team grants them to its own logins. */
export function rolesSql(pipelines: readonly string[]): string {
  const roles = [AGENT_ROLE, WRITER_ROLE, ...pipelines.map(pipelineRole)];
  return `-- Roles that cannot log in: grant them to the logins that report or read.
DO $roles$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY[${roles.map(literal).join(', ')}] LOOP
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = wanted) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        -- Another database of this server has just created it.
      END;
    END IF;
  END LOOP;
END
$roles$;`;
}

/** Grants each role its rights, and revokes everything else. */
export function grantsSql(
  pipelines: readonly string[],
  functions: readonly string[],
  views: readonly string[],
): string {
  const writers = [WRITER_ROLE, ...pipelines.map(pipelineRole)].map(identifier).join(', ');
  const all = pipelines.map((id) => identifier(pipelineRole(id))).join(', ');
  return `-- Rights: writers call functions, the Agent reads gauges, nobody accesses a table.
REVOKE ALL ON SCHEMA watchbill FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA watchbill FROM PUBLIC, ${writers}, ${AGENT_ROLE};
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA watchbill FROM PUBLIC, ${writers}, ${AGENT_ROLE};
${pipelines.length === 0 ? '' : `GRANT ${all} TO ${WRITER_ROLE};\n`}GRANT USAGE ON SCHEMA watchbill TO ${writers}, ${AGENT_ROLE};
${functions.map((each) => `GRANT EXECUTE ON FUNCTION watchbill.${each} TO ${writers};`).join('\n')}
-- A view reads tables with its owner's rights, but calls functions with its reader's.
GRANT EXECUTE ON FUNCTION watchbill.now(), watchbill.local_date(timestamptz) TO ${AGENT_ROLE};
GRANT SELECT ON ${views.map((view) => `watchbill.${view}`).join(', ')} TO ${AGENT_ROLE};`;
}
