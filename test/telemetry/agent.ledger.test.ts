import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { GAUGES } from '../../src/alerts';
import type { LedgerKind } from '../../src/catalog';
import { agentConfig, agentConfigText, migrationSql, telemetryOf } from '../../src/telemetry';
import { catalogOf, FILES } from '../stacks/xyzTech';
import { suiteUnless } from '../suite';
import { whyNoPostgres } from '../support/postgres';
import { RealLedger, succeeded } from './realLedger';
import { seriesRead, seriesText } from './series';

jest.setTimeout(60_000);

const PYTHON = resolve(__dirname, '../../.tools/telemetry/bin/python');

const missing =
  whyNoPostgres() ?? (existsSync(PYTHON) ? undefined : 'no datadog-checks-base: bash scripts/test-tools.sh');

/** A sample as Datadog's code submits it to the Agent. */
interface Sample {
  readonly metric: string;
  /** 0 is a gauge. */
  readonly type: number;
  readonly tags: readonly string[];
  readonly value: number;
}

suiteUnless(missing, "the Datadog Agent's own code reads the gauges", () => {
  const catalog = catalogOf(FILES);
  const telemetry = telemetryOf(catalog);
  let ledger: RealLedger;
  let conf: string;

  beforeAll(() => {
    ledger = new RealLedger();
    ledger.administrate('CREATE ROLE ledger_owner LOGIN CREATEROLE', 'postgres');
    ledger.administrate('CREATE DATABASE watchbill OWNER ledger_owner', 'postgres');
    ledger.setPassword('ledger_owner');
    const owner = (sql: string) => succeeded(ledger.psql('ledger_owner', sql));
    owner(migrationSql(telemetry));
    owner('CREATE ROLE datadog LOGIN; GRANT watchbill_agent TO datadog');
    owner("UPDATE watchbill.completeness SET complete_through = '2026-11-20'");
    for (const { id } of catalog.pipelines) {
      const login = `job_${id.replaceAll('-', '_')}`;
      owner(`CREATE ROLE ${login} LOGIN; GRANT "wb_${id}" TO ${login}`);
      ledger.setPassword(login);
    }
    ledger.setPassword('datadog');
    ledger.setClock('2026-11-24T09:30:00+08:00');
    conf = join(ledger.folder, 'conf.yaml');
    const connection = { host: ledger.host, port: 5432, dbname: 'watchbill', username: 'datadog' };
    writeFileSync(conf, agentConfigText(agentConfig(telemetry, connection)));
  });
  afterAll(() => ledger?.stop());

  /** What a pipeline says under its own login. */
  const say = (pipeline: string, sql: string) =>
    succeeded(ledger.psql(`job_${pipeline.replaceAll('-', '_')}`, `SELECT watchbill.${sql}`));

  const agent = (environment = ledger.environment('datadog'), rounds = 1) =>
    ledger.start(PYTHON, [join(__dirname, 'agent.py'), conf, String(rounds)], environment);
  const read = (): Sample[] => JSON.parse(succeeded(agent()));
  const values = (samples: readonly Sample[]) =>
    Object.fromEntries(samples.map(({ metric, tags, value }) => [seriesText(metric, tags), value]));

  /** The same, read from the views by the administrator. */
  function viewed(): Record<string, number> {
    const rows = (Object.keys(GAUGES) as LedgerKind[]).flatMap((kind) => {
      const { name, tags } = GAUGES[kind];
      const lines = ledger.administrate(`SELECT ${[...tags, 'value'].join()} FROM watchbill.gauge_${kind}`);
      return lines.split('\n').flatMap((line) => {
        const cells = line.split('|');
        const series = seriesText(
          name,
          tags.map((tag, index) => `${tag}:${cells[index]}`),
        );
        return line === '' ? [] : [[series, Number(cells.at(-1))] as const];
      });
    });
    return Object.fromEntries(rows);
  }

  test('each gauge has its value, name and tags', () => {
    say('aggregate-profit', "metric_reported('aggregate-profit', 'total_profit', '2026-11-23', 102, 100)");
    say('aggregate-engagement', "data_seen('aggregate-engagement', '2026-11-24 06:15:00+08')");
    for (const metric of ['clicks', 'time_spent']) {
      for (const [day, value] of [
        ['11-02', 80],
        ['11-09', 100],
        ['10-26', 120],
        ['10-19', 100],
        ['11-23', 40],
      ] as const) {
        say(
          'aggregate-engagement',
          `metric_reported('aggregate-engagement', '${metric}', '2026-${day}', ${value})`,
        );
      }
    }
    say('aggregate-engagement', "run_finished('aggregate-engagement', 'e1', 'failed', '2026-11-23')");
    say('aggregate-growth', "run_finished('aggregate-growth', 'g1', 'succeeded', '2026-11-23')");
    say('aggregate-growth', "metric_reported('aggregate-growth', 'revenue_growth_pct', '2026-11-23', -0.5)");
    say('aggregate-growth', "run_started('aggregate-growth', 'g2', '2026-11-24', '2026-11-24 06:30+08')");

    const samples = read();
    expect(values(samples)).toEqual({
      // Monday's date was due on Tuesday at 9:00, half an hour ago.
      'pipeline.deadline.overdue_seconds{alert:not-complete-by-nine,pipeline:aggregate-profit}': 1800,
      'pipeline.reconciliation.discrepancy_pct{metric:total_profit,pipeline:aggregate-profit}': 2,
      'pipeline.data.lag_seconds{pipeline:aggregate-engagement}': 11_700,
      'pipeline.trend.deviation_pct{alert:engagement-trend,metric:clicks,pipeline:aggregate-engagement}': -60,
      'pipeline.trend.deviation_pct{alert:engagement-trend,metric:time_spent,pipeline:aggregate-engagement}':
        -60,
      'pipeline.trend.deviation_pct{alert:engagement-trend,metric:actions_taken,pipeline:aggregate-engagement}': 0,
      'pipeline.run.failed{pipeline:aggregate-engagement}': 1,
      'pipeline.run.failed{pipeline:daily-growth-experiments}': 0,
      'pipeline.run.failed{pipeline:unit-profit-experiments}': 0,
      'pipeline.run.elapsed_seconds{pipeline:aggregate-growth}': 10_800,
      'pipeline.metric.value{metric:revenue_growth_pct,pipeline:aggregate-growth}': -0.5,
      'pipeline.metric.present{metric:revenue_growth_pct,pipeline:aggregate-growth}': 1,
      'pipeline.metric.present{metric:user_acquisition_growth_pct,pipeline:aggregate-growth}': 0,
    });
    expect(new Set(samples.map(({ type }) => type))).toEqual(new Set([0]));
    expect(values(samples)).toEqual(viewed());
  });

  test('once every metric was reported, the series are those that the deployed monitors read', () => {
    const metric = 'user_acquisition_growth_pct';
    const silent = `pipeline.metric.value{metric:${metric},pipeline:aggregate-growth}`;
    expect(seriesRead(catalog).filter((series) => !(series in values(read())))).toEqual([silent]);
    say('aggregate-growth', `metric_reported('aggregate-growth', '${metric}', '2026-11-23', 3)`);
    const samples = read();
    expect(Object.keys(values(samples)).sort()).toEqual(seriesRead(catalog));
    expect(values(samples)[silent]).toBe(3);
    expect(samples).toHaveLength(14);
    expect(values(samples)).toEqual(viewed());
  });

  test('each check reads anew, however soon it follows', () => {
    expect(JSON.parse(succeeded(agent(ledger.environment('datadog'), 2)))).toHaveLength(28);
  });

  test("the Agent's login may read gauges, and nothing else", () => {
    for (const sql of [
      'SELECT * FROM watchbill.run',
      'SELECT * FROM watchbill.setting',
      'UPDATE watchbill.gauge_range SET value = 1',
      "SELECT watchbill.run_started('aggregate-profit', 'a', '2026-11-23')",
      "SELECT watchbill.check_writer('aggregate-profit')",
    ]) {
      expect(ledger.psql('datadog', sql)).toMatchObject({
        code: 3,
        out: '',
        err: expect.stringMatching(/permission denied|cannot update view/),
      });
    }
  });

  test("a login without the role reads nothing, and Datadog's code says so", () => {
    ledger.administrate('REVOKE watchbill_agent FROM datadog');
    try {
      const { code, out, err } = agent();
      expect([code, out]).toEqual([1, '[]']);
      expect(
        err.match(/Error querying custom query #\d: permission denied for schema watchbill/g),
      ).toHaveLength(8);
    } finally {
      ledger.administrate('GRANT watchbill_agent TO datadog');
    }
  });

  test('no password is in the file', () => {
    const { watchbill_ledger_password: password } = ledger.environment('datadog');
    expect(password).toMatch(/^canary-/);
    expect(ledger.start('cat', [conf], ledger.environment('datadog')).out).not.toContain('canary');
  });
});
