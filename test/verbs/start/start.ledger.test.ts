import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { reportDataProblems } from '../../../src/cli/dataProblems';
import { type StartOptions, start } from '../../../src/verbs/start/start';
import { synthesizedStacks } from '../../../src/verbs/synth/synthesizedStacks';
import { changedData } from '../../cli/folder';
import { DATA, watchbill } from '../../cli/run';

jest.setTimeout(60_000);

const folder = mkdtempSync(join(tmpdir(), 'watchbill-start-'));
const OUT = join(folder, 'cdktf.out');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function started(options: StartOptions) {
  const [out, err]: [string[], string[]] = [[], []];
  const io = {
    out: (text: string) => out.push(text),
    err: (text: string) => err.push(text),
    env: {},
    now: () => Temporal.Instant.from('2026-11-23T04:00:00Z'),
    synthesize: synthesizedStacks,
  };
  const code = await start({ data: DATA, ...options }, io, OUT).catch((error) =>
    reportDataProblems(error, io),
  );
  return { code, out: out.join(''), err: err.join('') };
}

/** Every file that there is, with its text. */
const files = () =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.json'))
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );

test('checks, shows the roster, synthesizes, counts; bad data writes nothing and leaves what is there', async () => {
  const { code, out, err } = await started({});
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('1. The data of XYZ Tech, as of Mon 23 Nov 2026');
  expect(out).toContain('0 errors, 2 warnings; npx watchbill check shows them\n');
  expect(out).toMatch(/^aggregate-growth +Aidil +Mon 30 Nov 09:00 +Thiru$/m);
  expect(out).toContain('Aggregate growth for investors      on-call       1         1         7');
  expect(out).toContain(
    '2 schedules (Investor growth, Investor profit and engagement); 12 downtimes hold\n  alerts outside office hours, and 2 more do so until those begin.\n',
  );
  // A row per pipeline: the desk at once, and 15 minutes later the person of that night's turn.
  expect(out).toMatch(/^aggregate-profit +2 +Business Analytics desk, Choo after 15 min$/m);
  expect(out).toMatch(/^daily-growth-experiments +1 +Thiru and Choo, by mail at 09:00$/m);
  expect(out).not.toContain('Growth out of range');
  const lines = out.split('\n').filter((line) => !line.startsWith('Written: '));
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(80);
  expect(out.split('\n').length).toBeLessThanOrEqual(60);
  expect(out).toContain('16 monitors rehearsed: each reached the right people and recovered.');
  const written = files();
  expect(Object.keys(written).sort()).toEqual(
    ['manifest.json', 'stacks/monitors/cdk.tf.json', 'stacks/on-call/cdk.tf.json'].map(
      (name) => `cdktf.out/${name}`,
    ),
  );

  const data = changedData('rotations.yaml', (text) => text.replace('aidil, thiru', 'aidil, aidil'));
  const bad = await started({ data });
  expect([bad.code, bad.out]).toEqual([1, '']);
  expect(bad.err).toMatch(/\nnothing was synthesized\n$/);
  expect(bad.err).toMatch(/rotations\.yaml:11:\d+ error ROTA005/);
  expect(files()).toEqual(written);
});

test('--verbose: each warning, four weeks of roster, and the night of each rule', async () => {
  const { code, out } = await started({ verbose: true });
  expect(code).toBe(0);
  expect(out).toContain('warning HOLI004: Thaipusam is expected on');
  expect(out).toContain('Mon 7 Dec 2026 09:00   Sat 12 Dec 00:00  Choo     covers Spencer: leave');
  expect(out).toMatch(/^aggregate-growth: Growth out of range\n {2}revenue_growth_pct, max$/m);
});

test('another day', async () => {
  const { code, out } = await started({ asOf: '2027-03-01' });
  expect(code).toBe(0);
  expect(out).toContain('as of Mon 1 Mar 2027');
});

test('an option that does not exist is wrong usage', async () => {
  expect(await watchbill(['start', '--dta', 'x'])).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining('Did you mean --data?'),
  });
  expect(await watchbill(['start', 'x'])).toMatchObject({ code: 2, out: '' });
});
