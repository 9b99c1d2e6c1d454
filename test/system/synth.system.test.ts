import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { cloneInto } from '../clone';
import { presentSecond, xyzTech } from '../deploy/team';
import { ROOT } from '../docs/blocks';
import { XYZ_TECH } from '../xyzTech';

const folder = mkdtempSync(join(tmpdir(), 'watchbill-synth-'));
const LEAVE = join(folder, 'data/leave.yaml');
const CONFIG = join(folder, 'cdktf.json');

beforeAll(() => {
  cloneInto(folder);
  cpSync(XYZ_TECH, join(folder, 'data'), { recursive: true });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The real CDKTF CLI in a folder of its own. */
function cdktfSynth(env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(join(ROOT, 'node_modules/.bin/cdktf'), ['synth'], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      CHECKPOINT_DISABLE: '1',
      CI: '1',
      WATCHBILL_AS_OF: '2026-11-23',
      WATCHBILL_DATA: '',
      ...env,
    },
  });
  return { status, output: `${stdout}${stderr}` };
}

/** A verb in the same folder. */
function watchbill(verb: 'synth' | 'app', env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/watchbill.js', verb], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, WATCHBILL_AS_OF: '2026-11-23', WATCHBILL_DATA: '', ...env },
  });
  return { status, out: stdout, err: stderr };
}

const synth = (env: Record<string, string> = {}) => watchbill('synth', env);

/** Every file of the output with its text. */
function outputFiles(): Record<string, string> {
  const out = join(folder, 'cdktf.out');
  if (!existsSync(out)) return {};
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.json'),
  );
  return Object.fromEntries(files.sort().map((name) => [name, readFileSync(join(out, name), 'utf8')]));
}

test('the CDKTF CLI writes both stacks, says as of when, and says errors of the data without touching what is there', () => {
  const config = readFileSync(CONFIG, 'utf8');
  const context = { backend: { type: 's3', bucket: 'b', region: 'r' } };
  writeFileSync(CONFIG, JSON.stringify({ ...JSON.parse(config), context }));
  const good = cdktfSynth();
  expect(good).toMatchObject({
    status: 0,
    output: expect.stringContaining('planned as of 2026-11-23T00:00:00+08:00'),
  });
  const written = outputFiles();
  expect(Object.keys(written)).toEqual([
    'manifest.json',
    'stacks/monitors/cdk.tf.json',
    'stacks/on-call/cdk.tf.json',
  ]);
  expect(JSON.parse(written['manifest.json'] ?? '')).toMatchObject({
    stacks: { monitors: { dependencies: ['on-call'] } },
  });
  expect(written['stacks/on-call/cdk.tf.json']).toContain('"bucket": "b"');

  const leave = readFileSync(LEAVE, 'utf8');
  writeFileSync(LEAVE, `${leave}- { person: aidl, from: 2026-12-01, until: 2026-12-02 }\n`);
  const bad = cdktfSynth();
  expect(bad.status).not.toBe(0);
  expect(bad.output).toMatch(/data\/leave\.yaml:9:\d+ error LEAV001: .*"aidl"/);
  expect(bad.output).toContain('aidil');
  expect(bad.output).not.toMatch(/\n\s+at .*\.(ts|js):\d+/);
  expect(outputFiles()).toEqual(written);
  writeFileSync(LEAVE, leave);

  // watchbill synth writes the same bytes.
  rmSync(join(folder, 'cdktf.out'), { recursive: true });
  expect(synth()).toEqual({
    status: 0,
    out: 'Written: cdktf.out/stacks/{on-call,monitors}/cdk.tf.json\n  planned as of 2026-11-23T00:00:00+08:00\n',
    err: '',
  });
  expect(outputFiles()).toEqual(written);
  writeFileSync(CONFIG, config);
}, 180_000);

test('neither the verb nor the app that the CDKTF CLI runs writes anything where something is wrong', () => {
  expect(watchbill('app').status).toBe(0);
  const written = outputFiles();
  const late = watchbill('app', { WATCHBILL_AS_OF: '2027-12-01' });
  expect(late).toMatchObject({ status: 1, err: expect.stringContaining('HOLI003') });
  const malformed = watchbill('app', { WATCHBILL_AS_OF: 'tomorrow' });
  expect(malformed).toMatchObject({ status: 2, err: expect.stringContaining('ASOF001') });
  const keys = { WATCHBILL_SANDBOX: 'http://127.0.0.1:1', PAGERDUTY_TOKEN: 'canary' };
  const app = watchbill('app', keys);
  expect(app).toMatchObject({
    status: 2,
    err: expect.stringContaining("PAGERDUTY_TOKEN is not the sandbox's key"),
  });
  expect(app.out + app.err).not.toContain('canary');

  const bad = synth({ WATCHBILL_AS_OF: '2027-12-01' });
  expect(bad).toMatchObject({ status: 1, out: '', err: expect.stringContaining('HOLI003') });
  expect(bad.err).toMatch(/\nnothing was synthesized\n$/);
  const leaking = synth(keys);
  expect(leaking).toMatchObject({ status: 2, out: '' });
  expect(leaking.err).toContain("PAGERDUTY_TOKEN is not the sandbox's key");
  expect(outputFiles()).toEqual(written);
}, 60_000);

test("a team's own app is what is synthesized: nothing that they have added is lost", () => {
  const config = readFileSync(CONFIG, 'utf8');
  writeFileSync(CONFIG, JSON.stringify({ app: 'node app.js', context: { team: 'ours' } }));
  writeFileSync(
    join(folder, 'app.js'),
    `const { watchbillApp } = require('./dist/stacks/app.js');
const { loadCatalogOrThrow, readDataDirectory } = require('./dist/src/catalog');
const { Temporal } = require('temporal-polyfill');
const data = process.env.WATCHBILL_DATA;
const catalog = loadCatalogOrThrow(readDataDirectory(data), data);
const app = watchbillApp({ catalog, asOf: Temporal.Instant.from(process.env.WATCHBILL_AS_OF) });
app.node.findChild('monitors').addOverride('locals', { team: app.node.getContext('team') });
console.log('my own app');
app.synth();
`,
  );
  expect(synth()).toMatchObject({ status: 0, out: expect.stringMatching(/^Written: /), err: 'my own app\n' });
  const { 'stacks/monitors/cdk.tf.json': monitors = '' } = outputFiles();
  expect(JSON.parse(monitors).locals).toEqual({ team: 'ours' });

  writeFileSync(join(folder, 'app.js'), 'process.exit(3);\n');
  expect(synth()).toEqual({
    status: 2,
    out: '',
    err: 'the app of cdktf.json (node app.js) ended with 3\n  see above\n',
  });
  expect(outputFiles()['stacks/monitors/cdk.tf.json']).toBe(monitors);
  writeFileSync(CONFIG, config);
}, 60_000);

test('where nothing says as of when, it is now, to the second', () => {
  for (const [name, content] of xyzTech()) writeFileSync(join(folder, 'data', name), content);

  const before = presentSecond();
  expect(watchbill('app', { WATCHBILL_AS_OF: '' })).toMatchObject({ status: 0, err: '' });
  const { 'manifest.json': manifest = '' } = outputFiles();
  const asOf = Temporal.Instant.from(/planned as of ([^"\s]+)/.exec(manifest)?.[1] ?? '');
  expect([before, asOf, presentSecond()].map(String)).toEqual(
    [before, asOf, presentSecond()].map(String).sort(),
  );
}, 60_000);
