import { parse } from 'yaml';
import { dataFilesOf } from '../../bench/synth/data';
import { type Catalog, loadCatalogOrThrow } from '../../src/catalog';
import {
  type AgentConfig,
  agentConfig,
  agentConfigText,
  migrationSql,
  telemetryOf,
} from '../../src/telemetry';
import { embeddedLedger } from '../../src/verbs/rehearse/connect/embedded';
import type { Ledger } from '../../src/verbs/rehearse/connect/ledger';
import { catalogOf, FILES } from '../stacks/xyzTech';
import { seriesRead, seriesText } from './series';

jest.setTimeout(60_000);

const CONNECTION = { host: 'ledger.internal', port: 6432, dbname: 'watchbill', username: 'datadog' };
const xyzTech = catalogOf(FILES);
const generated = loadCatalogOrThrow(dataFilesOf(16), 'data');
const configOf = (catalog: Catalog) => agentConfig(telemetryOf(catalog), CONNECTION);

describe('what the file says', () => {
  const config = configOf(xyzTech);

  test("one query for each gauge that a rule reads, in the gauges' order", () => {
    expect(config.instances[0].custom_queries.map(({ query }) => query)).toEqual([
      'SELECT pipeline, alert, value FROM watchbill.gauge_deadline',
      'SELECT pipeline, metric, value FROM watchbill.gauge_discrepancy',
      'SELECT pipeline, value FROM watchbill.gauge_freshness',
      'SELECT pipeline, alert, metric, value FROM watchbill.gauge_trend',
      'SELECT pipeline, value FROM watchbill.gauge_failure',
      'SELECT pipeline, value FROM watchbill.gauge_duration',
      'SELECT pipeline, metric, value FROM watchbill.gauge_range',
      'SELECT pipeline, metric, value FROM watchbill.gauge_missing',
    ]);
    expect(config.instances[0].custom_queries[3]).toMatchObject({
      metric_prefix: 'pipeline.trend',
      columns: [
        { name: 'pipeline', type: 'tag' },
        { name: 'alert', type: 'tag' },
        { name: 'metric', type: 'tag' },
        { name: 'deviation_pct', type: 'gauge' },
      ],
    });
  });

  test('a gauge that no rule reads is not asked for', () => {
    const telemetry = telemetryOf(xyzTech);
    const rules = telemetry.rules.filter(({ kind }) => kind === 'failure');
    const queries = (kept: typeof rules) =>
      agentConfig({ ...telemetry, rules: kept }, CONNECTION).instances[0].custom_queries;
    expect(queries(rules).map(({ metric_prefix }) => metric_prefix)).toEqual(['pipeline.run']);
    expect(queries([])).toEqual([]);
  });

  test('the text is the configuration, below a head that says how to renew it', () => {
    const text = agentConfigText(config);
    expect(parse(text)).toEqual(config);
    expect(text).toMatch(
      /^# conf\.d\/postgres\.d\/conf\.yaml .*\n(# .*\n)+\ninit_config: \{\}\ninstances:\n/,
    );
    expect(text).toContain('#   npx watchbill telemetry agent\n');
    expect(text).toContain('    password: "ENC[watchbill_ledger_password]"\n');
  });

  test('a name stays a text in YAML 1.1 too, and cannot become another key or a comment', () => {
    const odd = { ...CONNECTION, username: 'on', dbname: '12:30:45', host: 'a"\n    dbm: true # ' };
    const text = agentConfigText(agentConfig(telemetryOf(xyzTech), odd));
    for (const version of ['1.1', '1.2'] as const) {
      expect((parse(text, { version }) as AgentConfig).instances[0]).toMatchObject({ ...odd, dbm: false });
    }
  });
});

describe('the series that the Agent emits are those that the deployed monitors read', () => {
  let ledger: Ledger;
  beforeAll(async () => {
    ledger = await embeddedLedger();
    await ledger.run('CREATE ROLE scheduler LOGIN; CREATE ROLE datadog LOGIN');
  });
  afterAll(() => ledger.close());

  async function as(login: string, work: () => Promise<void>): Promise<void> {
    await ledger.run(`SET SESSION AUTHORIZATION ${login}`);
    try {
      await work();
    } finally {
      // RESET changes nothing in the embedded server.
      await ledger.run('SET SESSION AUTHORIZATION postgres');
    }
  }

  /** Puts the data there, and says something of everything once. */
  async function report(catalog: Catalog): Promise<void> {
    const telemetry = telemetryOf(catalog);
    await ledger.run(migrationSql(telemetry));
    await ledger.run('UPDATE watchbill.setting SET rehearsal = true');
    await ledger.run('GRANT watchbill_writer TO scheduler; GRANT watchbill_agent TO datadog');
    await ledger.run("SELECT set_config('watchbill.now', '2026-11-24T09:30:00+08:00', false)");
    await as('scheduler', async () => {
      for (const pipeline of telemetry.pipelines) {
        const run = [pipeline, 'scheduled 2026-11-23', 'succeeded', '2026-11-23'];
        await ledger.query('SELECT watchbill.run_finished($1, $2, $3, $4)', run);
        await ledger.query('SELECT watchbill.data_seen($1, $2)', [pipeline, '2026-11-24T08:00:00+08:00']);
      }
      for (const { pipeline, metrics } of telemetry.rules) {
        for (const metric of metrics) {
          const value = [pipeline, metric, '2026-11-23', 12.5];
          await ledger.query('SELECT watchbill.metric_reported($1, $2, $3, $4)', value);
        }
      }
    });
  }

  async function seriesEmitted({ instances: [{ custom_queries }] }: AgentConfig): Promise<string[]> {
    const emitted: string[] = [];
    await as('datadog', async () => {
      for (const { metric_prefix, query, columns } of custom_queries) {
        for (const row of await ledger.query(query)) {
          // The Agent goes by the order of columns, not by their names.
          const values = Object.values(row);
          const tags = columns.flatMap(({ name, type }, index) =>
            type === 'tag' ? [`${name}:${values[index]}`] : [],
          );
          expect(values).toHaveLength(columns.length);
          expect(typeof values.at(-1)).toBe('number');
          emitted.push(seriesText(`${metric_prefix}.${columns.at(-1)?.name}`, tags));
        }
      }
    });
    return emitted.sort();
  }

  test.each([
    ['XYZ Tech', xyzTech, 14],
    // What the first team's data named is asked for no longer.
    ['a generated team with every kind of rule', generated, 48],
  ])('of %s', async (_, catalog, count) => {
    await report(catalog);
    const emitted = await seriesEmitted(configOf(catalog));
    expect(emitted).toEqual(seriesRead(catalog));
    expect(emitted).toHaveLength(count);
    expect(configOf(catalog).instances[0].custom_queries).toHaveLength(8);
  });
});
