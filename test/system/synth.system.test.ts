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

  const leave = readFileSync(LEAVE, 'utf8');
  writeFileSync(LEAVE, `${leave}- { person: aidl, from: 2026-12-01, until: 2026-12-02 }\n`);
  const bad = cdktfSynth();
  expect(bad.status).not.toBe(0);
  expect(bad.output).toMatch(/data\/leave\.yaml:9:\d+ error LEAV001: .*"aidl"/);
  expect(bad.output).toContain('aidil');
  expect(bad.output).not.toMatch(/\n\s+at .*\.(ts|js):\d+/);
  expect(outputFiles()).toEqual(written);

  writeFileSync(LEAVE, leave);
  const late = cdktfSynth({ WATCHBILL_AS_OF: '2027-12-01' });
  expect(late.status).not.toBe(0);
  expect(late.output).toContain('HOLI003');
  const malformed = cdktfSynth({ WATCHBILL_AS_OF: 'tomorrow' });
  expect(malformed.status).not.toBe(0);
  expect(malformed.output).toContain('ASOF001');
  const leaking = cdktfSynth({ WATCHBILL_SANDBOX: 'http://127.0.0.1:1', PAGERDUTY_TOKEN: 'canary' });
  expect(leaking.status).not.toBe(0);
  expect(leaking.output).toContain("PAGERDUTY_TOKEN is not the sandbox's key");
  expect(leaking.output).not.toContain('canary');
  expect(outputFiles()).toEqual(written);
}, 180_000);

test('where nothing says as of when, it is now, to the second', () => {
  for (const [name, content] of xyzTech()) writeFileSync(join(folder, 'data', name), content);

  const before = presentSecond();
  const { status, output } = cdktfSynth({ WATCHBILL_AS_OF: '' });
  expect([status, output]).toEqual([0, expect.stringContaining('planned as of ')]);
  const asOf = Temporal.Instant.from(/planned as of (\S+)/.exec(output)?.[1] ?? '');
  expect([before, asOf, presentSecond()].map(String)).toEqual(
    [before, asOf, presentSecond()].map(String).sort(),
  );
}, 60_000);
