/**
 * The ledger's tables. Each migration updates those that hold the team's data (`setting`,
 * `working_day`, `office`, `office_day`, `pipeline`, `pipeline_office`, `metric`, `rule`,
 * `rule_metric`), and never touches those that hold what pipelines reported (`run`,
 * `metric_value`, `data_seen`).
 */
export const TABLES_SQL = `-- The team's data; each migration updates it.
CREATE TABLE IF NOT EXISTS watchbill.setting (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  time_zone text NOT NULL,
  -- The last day for which it is known whether people work.
  calendar_until date NOT NULL,
  -- Whether a session may set watchbill.now(); only in a rehearsal's own database.
  rehearsal boolean NOT NULL DEFAULT false
);
CREATE TABLE IF NOT EXISTS watchbill.working_day (
  day date PRIMARY KEY
);
CREATE TABLE IF NOT EXISTS watchbill.pipeline (
  id text PRIMARY KEY,
  -- The role that may report for it.
  role name NOT NULL,
  -- False once the data no longer names it; its reports stay.
  active boolean NOT NULL,
  known_since timestamptz NOT NULL
);
-- Offices that pipelines name; the organization's own is in setting and working_day.
CREATE TABLE IF NOT EXISTS watchbill.office (
  id text PRIMARY KEY,
  time_zone text NOT NULL,
  calendar_until date NOT NULL
);
CREATE TABLE IF NOT EXISTS watchbill.office_day (
  office text NOT NULL,
  day date NOT NULL,
  PRIMARY KEY (office, day)
);
CREATE TABLE IF NOT EXISTS watchbill.pipeline_office (
  pipeline text PRIMARY KEY REFERENCES watchbill.pipeline,
  office text NOT NULL
);
CREATE TABLE IF NOT EXISTS watchbill.metric (
  pipeline text NOT NULL REFERENCES watchbill.pipeline,
  id text NOT NULL,
  active boolean NOT NULL,
  PRIMARY KEY (pipeline, id)
);
CREATE TABLE IF NOT EXISTS watchbill.rule (
  pipeline text NOT NULL REFERENCES watchbill.pipeline,
  alert text NOT NULL,
  kind text NOT NULL,
  by_time time,
  weeks integer,
  PRIMARY KEY (pipeline, alert)
);
CREATE TABLE IF NOT EXISTS watchbill.rule_metric (
  pipeline text NOT NULL,
  alert text NOT NULL,
  metric text NOT NULL,
  PRIMARY KEY (pipeline, alert, metric),
  FOREIGN KEY (pipeline, alert) REFERENCES watchbill.rule,
  FOREIGN KEY (pipeline, metric) REFERENCES watchbill.metric
);

-- What pipelines have reported.
CREATE TABLE IF NOT EXISTS watchbill.run (
  pipeline text NOT NULL REFERENCES watchbill.pipeline,
  -- The scheduler's name for the run.
  run text NOT NULL,
  business_date date NOT NULL,
  started_at timestamptz NOT NULL,
  finished_at timestamptz,
  outcome text CHECK (outcome IN ('succeeded', 'failed')),
  PRIMARY KEY (pipeline, run),
  CHECK ((finished_at IS NULL) = (outcome IS NULL)),
  CHECK (finished_at >= started_at)
);
CREATE TABLE IF NOT EXISTS watchbill.metric_value (
  pipeline text NOT NULL,
  metric text NOT NULL,
  business_date date NOT NULL,
  actual double precision,
  expected double precision,
  reported_at timestamptz NOT NULL,
  PRIMARY KEY (pipeline, metric, business_date),
  FOREIGN KEY (pipeline, metric) REFERENCES watchbill.metric,
  CHECK (actual IS NOT NULL OR expected IS NOT NULL)
);
CREATE TABLE IF NOT EXISTS watchbill.data_seen (
  pipeline text PRIMARY KEY REFERENCES watchbill.pipeline,
  -- The time of the newest data.
  newest timestamptz NOT NULL
);
-- Every working day up to complete_through has a successful run. Derived from the runs, and
-- kept so that no scrape has to walk through years of them.
CREATE TABLE IF NOT EXISTS watchbill.completeness (
  pipeline text PRIMARY KEY REFERENCES watchbill.pipeline,
  complete_through date NOT NULL
);`;
