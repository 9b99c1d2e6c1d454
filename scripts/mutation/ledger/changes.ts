/** A change of the ledger's SQL that some test should notice. */
export interface Change {
  /** Below src/telemetry. */
  readonly file: string;
  /** What stands there, once. */
  readonly was: string;
  readonly became: string;
  /** The suites that are likely to notice it, which run first: parts of their paths. */
  readonly likely: readonly string[];
}

const of = (
  file: string,
  likely: readonly string[],
  ...changes: readonly (readonly [was: string, became: string])[]
): Change[] => changes.map(([was, became]) => ({ file, was, became, likely }));

/**
 * By hand, because nobody mutates SQL inside a template: a condition left out or turned round, a bound
 * one off, a row locked no longer, another order.
 */
export const CHANGES: readonly Change[] = [
  ...of(
    'gauges/deadline.ts',
    ['rules', 'deadlineClocks', 'offices'],
    [" AND run.outcome = 'succeeded'", ''],
    ['(day) => ` AND NOT ${succeededOn(day)}`', "() => ''"],
    ['coalesce(office.time_zone, clock.time_zone) AS time_zone', 'clock.time_zone AS time_zone'],
    ['coalesce(office.calendar_until, clock.calendar_until)', 'clock.calendar_until'],
    ['WHEN shown.local <> due.local', 'WHEN false'],
    ['SELECT min(minute)', 'SELECT max(minute)'],
    ['least(first.moment, usual.moment)', 'usual.moment'],
    ['greatest(0, extract', 'abs(extract'],
    ["WHERE rule.kind = 'deadline'", "WHERE rule.kind <> 'trend'"],
    ['watch.today <= watch.calendar_until', 'watch.today < watch.calendar_until'],
    ["interval '24 hours'", "interval '5 minutes'"],
  ),
  ...of(
    'gauges/metrics.ts',
    ['rules', 'corrections'],
    ['WHEN newest.actual IS NULL THEN 100', 'WHEN newest.actual IS NULL THEN 0'],
    ['abs(newest.expected) * 100', 'newest.expected * 100'],
    ['THEN 0 ELSE 100 END\n', 'THEN 0 ELSE 1 END\n'],
    ["AND run.outcome = 'succeeded'\n      OFFSET 0\n    ))\n  ORDER BY", 'OFFSET 0\n    ))\n  ORDER BY'],
    ["${watched('missing')}", "${watched('range')}"],
    ['reported.business_date = latest.business_date AND', ''],
    ['(latest IS NULL OR EXISTS', '(EXISTS'],
    [
      'actual IS NOT NULL\n  ORDER BY business_date DESC LIMIT 1\n) AS newest`',
      'true\n  ORDER BY business_date DESC LIMIT 1\n) AS newest`',
    ],
  ),
  ...of(
    'gauges/runs.ts',
    ['rules', 'runsInAnyOrder'],
    ['ORDER BY business_date DESC, finished_at DESC LIMIT 1', 'ORDER BY finished_at DESC LIMIT 1'],
    [
      "failed.business_date > coalesce(latest.business_date, '-infinity')",
      'failed.business_date > latest.business_date',
    ],
    ['AND healing.business_date >= failed.business_date', ''],
    ['AND healing.finished_at >= failed.finished_at', ''],
    ['running.business_date > latest.business_date OR running.started_at', 'running.started_at'],
    ['AND healing.business_date >= running.business_date', ''],
    ['healing.started_at >= running.started_at', 'healing.started_at > running.started_at'],
    ['min(running.started_at)', 'max(running.started_at)'],
    ['coalesce(data_seen.newest, pipeline.known_since)', 'data_seen.newest'],
  ),
  ...of(
    'gauges/trend.ts',
    ['rules', 'extremes'],
    ['history.weeks * 2 < rule.weeks', 'history.weeks * 2 <= rule.weeks'],
    ['percentile_cont(0.5)', 'percentile_disc(0.5)'],
    ['generate_series(1, rule.weeks)', 'generate_series(0, rule.weeks)'],
    ['100 * sign(newest.actual - history.median)', '100'],
    ['/ abs(history.median) * 100', '/ history.median * 100'],
    ['- 7 * ago', '- ago'],
  ),
  ...of(
    'ledger/runs.ts',
    ['reports', 'runsInAnyOrder'],
    ['EXIT WHEN following IS NULL OR NOT EXISTS', 'EXIT WHEN following IS NULL OR EXISTS'],
    ["AND run.business_date = following AND run.outcome = 'succeeded'", 'AND run.business_date = following'],
    ['\n      AND ledger.started_at > run_started.at;', ';'],
    ["IF coalesce(begin_run.run, '') = ''", 'IF begin_run.run IS NULL'],
    ['> ${LONGEST_NAME} THEN', '>= ${LONGEST_NAME} THEN'],
    ['IF known <> begin_run.business_date', 'IF false'],
    ['IF known.outcome = run_finished.outcome THEN', 'IF false THEN'],
    ['run_finished.at < known.finished_at THEN', 'run_finished.at > known.finished_at THEN'],
    ["  IF known.outcome = 'succeeded' THEN\n    RAISE", '  IF false THEN\n    RAISE'],
    ['< known.started_at - ${TOLERANCE}', '< known.started_at'],
    ['\n      AND known.started_at IS DISTINCT FROM known.finished_at', ''],
    ['least(ledger.started_at, run_finished.at)', 'ledger.started_at'],
    ['greatest(watchbill.now(), ledger.started_at)', 'watchbill.now()'],
    ["IF run_finished.outcome = 'succeeded' THEN", 'IF false THEN'],
    [' FOR UPDATE;', ';'],
    ['  PERFORM watchbill.check_writer(run_finished.pipeline);\n', ''],
  ),
  ...of(
    'ledger/reports.ts',
    ['reports', 'corrections'],
    ['AND known.id = metric_reported.metric AND known.active\n', 'AND known.id = metric_reported.metric\n'],
    ['IF NOT (abs(reported) <= ${LARGEST})', 'IF NOT (abs(reported) < ${LARGEST})'],
    ['SET actual = coalesce(excluded.actual, ledger.actual)', 'SET actual = excluded.actual'],
    ['expected = coalesce(excluded.expected, ledger.expected),', 'expected = excluded.expected,'],
    ['WHERE excluded.newest > ledger.newest', ''],
    ['  PERFORM watchbill.check_moment(data_seen.newest);\n', ''],
  ),
  ...of(
    'ledger/checks.ts',
    ['reports', 'privileges'],
    ["pg_has_role(caller, needed, 'MEMBER')", 'true'],
    ['IF business_date > today', 'IF business_date >= today'],
    ["IF business_date < '${EARLIEST}'", 'IF false'],
    ['moment > watchbill.now() + ${TOLERANCE}', 'moment > watchbill.now()'],
    ['known.id = check_writer.pipeline AND known.active;', 'known.id = check_writer.pipeline;'],
    ["IF moment < '${EARLIEST} 00:00+00'", 'IF false'],
  ),
  ...of(
    'ledger/workingDays.ts',
    ['offices', 'workingCalendar'],
    ['own.day > ${after}', 'own.day >= ${after}'],
    ['its.office = ${office} AND ', ''],
  ),
  ...of(
    'catalogRows.ts',
    ['/migration.', 'offices'],
    [
      'DELETE FROM watchbill.working_day WHERE day NOT IN',
      'DELETE FROM watchbill.working_day WHERE false AND day NOT IN',
    ],
    [
      'UPDATE watchbill.pipeline SET active = false WHERE active',
      'UPDATE watchbill.pipeline SET active = false WHERE false',
    ],
    ['(known.role, known.active) IS DISTINCT', 'false AND (known.role, known.active) IS DISTINCT'],
    ['WHERE NOT known.active AND (known.pipeline', 'WHERE false AND (known.pipeline'],
    [
      'DELETE FROM watchbill.office_day WHERE (office',
      'DELETE FROM watchbill.office_day WHERE false AND (office',
    ],
    ['AND known.office <> wanted.office', 'AND false'],
    [
      'watchbill.local_date(watchbill.now(), pipeline) - 1',
      'watchbill.local_date(watchbill.now(), pipeline)',
    ],
    [
      'DELETE FROM watchbill.rule_metric WHERE (pipeline',
      'DELETE FROM watchbill.rule_metric WHERE false AND (pipeline',
    ],
  ),
  ...of(
    'roles.ts',
    ['privileges'],
    ['REVOKE ALL ON ALL TABLES IN SCHEMA watchbill FROM PUBLIC, ${writers}, ${AGENT_ROLE};\n', ''],
    ['REVOKE ALL ON ALL FUNCTIONS IN SCHEMA watchbill FROM PUBLIC, ${writers}, ${AGENT_ROLE};\n', ''],
  ),
];
