/**
 * Tables of the ledger. What the team's data says (`setting`, `working_day`, `pipeline`,
 * `metric`, `rule`, `rule_metric`) is replaced by each migration; what pipelines have
 * reported (`run`, `metric_value`, `data_seen`) never is.
 */
export const TABLES_SQL = `-- What the team's data says; each migration puts it there anew.
CREATE TABLE IF NOT EXISTS watchbill.setting (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  time_zone text NOT NULL,
  -- The last day of which it is known whether people work.
  calendar_until date NOT NULL,
  -- Whether watchbill.now() may be set by a session: in a rehearsal's own database only.
  rehearsal boolean NOT NULL DEFAULT false
);
CREATE TABLE IF NOT EXISTS watchbill.working_day (
  day date PRIMARY KEY
);
CREATE TABLE IF NOT EXISTS watchbill.pipeline (
  id text PRIMARY KEY,
  -- The role that may write its rows.
  role name NOT NULL,
  -- False once the data no longer names it; what it has reported stays.
  active boolean NOT NULL,
  known_since timestamptz NOT NULL
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
  -- The scheduler's own name of the run.
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
  -- The newest moment that the data which has arrived speaks of.
  newest timestamptz NOT NULL
);
-- Every working day up to complete_through has a run that succeeded. It follows from the
-- runs, and is kept so that no scrape walks through years of them.
CREATE TABLE IF NOT EXISTS watchbill.completeness (
  pipeline text PRIMARY KEY REFERENCES watchbill.pipeline,
  complete_through date NOT NULL
);`;
