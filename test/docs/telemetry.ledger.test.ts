import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { GAUGES } from '../../src/alerts';
import { migrationSql, telemetryOf, viewName } from '../../src/telemetry';
import { REPORT_FUNCTIONS } from '../../src/telemetry/ledger/functions';
import { watchbill } from '../cli/run';
import { catalogOf, FILES } from '../stacks/xyzTech';
import { suiteUnless } from '../suite';
import { whyNoPostgres } from '../support/postgres';
import { RealLedger, succeeded } from '../telemetry/realLedger';
import { blocksOf, ROOT } from './blocks';

jest.setTimeout(60_000);

const PAGE = 'docs/telemetry.md';
const text = readFileSync(join(ROOT, PAGE), 'utf8');
const blocks = blocksOf(PAGE);

/** The blocks of a kind, in order. */
function texts(info: string): string[] {
  const found = blocks.filter((block) => block.info === info);
  if (found.length === 0) throw new Error(`${PAGE} has no block: ${info}`);
  return found.map((block) => block.text);
}

const REFUSED = /^\| `(WB\d{3})` \| [^|]+ \| `([^`]+)` \| [^|]+ \|$/gm;
const refused = [...text.matchAll(REFUSED)].map(([, code = '', sql = '']) => ({ code, sql }));

test('every code that the ledger refuses with is on the page', () => {
  const sql = migrationSql(telemetryOf(catalogOf(FILES)));
  const codes = [...sql.matchAll(/ERRCODE = '(WB\d{3})'/g)].map(([, code]) => code);
  expect(refused.map(({ code }) => code)).toEqual([...new Set(codes)].sort());
});

test.each(REPORT_FUNCTIONS)('$signature: the page names each argument', ({ sql }) => {
  const [, name, list = ''] = /FUNCTION watchbill\.(\w+)\(([^)]*)\)/.exec(sql) ?? [];
  const row = text.split('\n').find((line) => line.startsWith(`| \`${name}\` |`));
  const written = list.split(',').map((argument) => argument.trim().split(' ')[0]);
  expect(written.filter((argument) => !row?.includes(`\`${argument}\``))).toEqual([]);
});

test.each(Object.entries(GAUGES))('%s: the page names gauge and view', (kind, { name }) => {
  expect(text).toContain(`\n- **${kind}**, \`${name}\`, view \`${viewName(kind as keyof typeof GAUGES)}\`: `);
});

test('no block stands there untested', () => {
  expect(blocks.map(({ info }) => info).filter((info) => info !== '')).toEqual([
    'sql admin',
    'sh owner',
    'sql owner',
    'sql scheduler',
    'sh run-and-report',
    'python airflow',
    'yaml dbt',
    'sql owner',
    'sh agent',
  ]);
});

test("the Agent's file is made as the page says", async () => {
  const [, options = ''] = /^npx watchbill (.*) > conf\.yaml$/m.exec(texts('sh agent').join()) ?? [];
  const { code, out } = await watchbill(options.split(' '));
  expect(code).toBe(0);
  expect(parse(out).instances[0]).toMatchObject({
    host: 'ledger.internal',
    port: 5432,
    dbname: 'watchbill',
    username: 'datadog',
    password: /`(ENC\[\w+\])`/.exec(text)?.[1],
  });
});

suiteUnless(whyNoPostgres(), 'docs/telemetry.md on a real PostgreSQL', () => {
  let ledger: RealLedger;
  const [grants = '', paused = ''] = texts('sql owner');
  const environment = (login: string) => {
    const own = ledger.environment(login);
    return { ...own, PATH: `${join(ledger.folder, 'bin')}:${own['PATH']}` };
  };
  const runs = (pipeline: string) =>
    ledger
      .administrate(
        `SELECT run, business_date, outcome FROM watchbill.run WHERE pipeline = '${pipeline}' ORDER BY started_at, run`,
      )
      .trim()
      .split('\n');
  const overdue = () => ledger.rows('datadog', 'SELECT value FROM watchbill.gauge_deadline');

  function program(name: string, source: string): string {
    const path = join(ledger.folder, 'bin', name);
    mkdirSync(join(ledger.folder, 'bin'), { recursive: true });
    writeFileSync(path, source);
    chmodSync(path, 0o755);
    return path;
  }

  beforeAll(async () => {
    ledger = new RealLedger();
    ledger.administrate(texts('sql admin').join('\n'), 'postgres');
    ledger.setPassword('ledger_owner');
    // What `npx watchbill telemetry sql` prints, and nothing else.
    writeFileSync(join(ledger.folder, 'printed'), (await watchbill(['telemetry', 'sql'])).out);
    program('npx', '#!/bin/sh\n[ "$*" = "watchbill telemetry sql" ] && cat printed\n');
    for (const _ of ['the first time', 'again']) {
      const shell = ['--norc', '-euc', texts('sh owner').join('\n')];
      expect(ledger.start('bash', shell, environment('ledger_owner'))).toEqual({ code: 0, out: '', err: '' });
    }
    succeeded(ledger.psql('ledger_owner', grants));
    for (const login of ['scheduler', 'profit_job', 'datadog']) ledger.setPassword(login);
    ledger.setClock('2026-11-24T09:30:00+08:00');
  });
  afterAll(() => ledger?.stop());

  test('an error of watchbill, and one of the SQL, are told by the exit code, and change nothing', () => {
    const shell = ['--norc', '-euc', texts('sh owner').join('\n')];
    program('npx', '#!/bin/sh\nexit 1\n');
    expect(ledger.start('bash', shell, environment('ledger_owner')).code).toBe(1);
    program(
      'npx',
      '#!/bin/sh\nsed "s/^COMMIT;/DELETE FROM watchbill.working_day; SELECT nonsense; COMMIT;/" printed\n',
    );
    const { code, err } = ledger.start('bash', shell, environment('ledger_owner'));
    expect(code).toBe(3);
    expect(err).toContain('nonsense');
    expect(ledger.administrate('SELECT count(*) > 400 FROM watchbill.working_day').trim()).toBe('t');
  });

  test('what a job says is known', () => {
    succeeded(ledger.psql('scheduler', texts('sql scheduler').join('\n')));
    expect(runs('aggregate-profit')).toEqual(['profit 2026-11-23, first|2026-11-23|succeeded']);
    expect(ledger.rows('datadog', 'SELECT metric, value FROM watchbill.gauge_discrepancy')).toEqual([
      'total_profit|2',
    ]);
    expect(ledger.rows('datadog', 'SELECT value FROM watchbill.gauge_freshness')).toEqual(['11700']);
    // Said again, nothing changes.
    succeeded(ledger.psql('scheduler', texts('sql scheduler').join('\n')));
    expect(runs('aggregate-profit')).toHaveLength(1);
  });

  test.each(refused)('$code: $sql', ({ code, sql }) => {
    const before = runs('aggregate-profit');
    const { code: status, out, err } = ledger.psql('profit_job', sql);
    expect([status, out]).toEqual([3, '']);
    expect(err).toMatch(new RegExp(`ERROR: {2}${code}: ${code}: .+\n(.*\n)?HINT: {2}.+`));
    expect(runs('aggregate-profit')).toEqual(before);
  });

  test("cron: the command's own exit code, and how it went in the ledger", () => {
    const path = program('run-and-report', texts('sh run-and-report').join());
    const report = (day: string, command: readonly string[], own = environment('profit_job')) =>
      ledger.start(path, ['aggregate-profit', day, ...command], own);
    expect(report('2026-11-20', ['true'])).toEqual({ code: 0, out: '', err: '' });
    expect(report('2026-11-19', ['sh', '-c', 'echo done; exit 7'])).toEqual({
      code: 7,
      out: 'done\n',
      err: '',
    });
    const reported = runs('aggregate-profit').filter((run) => run.startsWith('cron '));
    expect(reported.map((run) => run.replace(/^cron .* \d+\|/, '')).sort()).toEqual([
      '2026-11-19|failed',
      '2026-11-20|succeeded',
    ]);
    // A ledger that cannot be reached, or refuses, fails no job.
    const nowhere = {
      ...environment('profit_job'),
      LEDGER_URL: 'postgresql://profit_job@/watchbill?host=/none',
    };
    for (const ended of [report('2026-11-20', ['true'], nowhere), report('2026-12-31', ['true'])]) {
      expect(ended).toMatchObject({ code: 0, err: expect.stringMatching(/^not reported: /m) });
    }
    // What comes from outside is no SQL.
    expect(report("2026-11-20'); DROP", ['true'])).toMatchObject({
      code: 0,
      err: expect.stringContaining('date'),
    });
  });

  test("dbt: the hook's SQL, without its Jinja", () => {
    const hook: string = parse(texts('yaml dbt').join()).models.finance.total_profit['+post-hook'];
    const model = '(VALUES (51.5), (48.5)) AS model (profit)';
    const sql = hook.replace('{{ var("business_date") }}', '2026-11-23').replace('{{ this }}', model);
    expect(sql).not.toContain('{{');
    succeeded(ledger.psql('profit_job', sql));
    expect(ledger.rows('datadog', 'SELECT value FROM watchbill.gauge_discrepancy')).toEqual(['0']);
  });

  test("from when on days are asked for is the owner's to say", () => {
    ledger.administrate("UPDATE watchbill.completeness SET complete_through = '2026-08-03'");
    expect(Number(overdue()[0])).toBeGreaterThan(100 * 24 * 3600);
    expect(ledger.psql('scheduler', paused).code).toBe(3);
    succeeded(ledger.psql('ledger_owner', paused));
    // Monday, which was due half an hour ago, had succeeded already.
    expect(overdue()).toEqual(['0']);
  });

  const python = resolve(ROOT, '.tools/telemetry/bin/python');
  suiteUnless(
    existsSync(python) ? undefined : 'no psycopg: bash scripts/test-tools.sh',
    "Airflow's callbacks",
    () => {
      test('report a start, a success and a failure, of the local date', () => {
        const page = join(ledger.folder, 'callbacks.py');
        writeFileSync(page, texts('python airflow').join());
        const script = join(__dirname, 'airflow.py');
        const ended = ledger.start(python, [script, page], environment('scheduler'));
        expect(ended).toEqual({ code: 0, out: '', err: '' });
        expect(runs('aggregate-growth').sort()).toEqual([
          'scheduled, one|2026-11-23|succeeded',
          'scheduled, three|2026-11-23|',
          'scheduled, two|2026-11-23|failed',
        ]);
      });
    },
  );
});
