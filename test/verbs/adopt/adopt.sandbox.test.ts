import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { SynthesisRequest } from '../../../src/cli/io';
import { type Sandbox, startSandbox } from '../../../src/sandbox';
import { changedData } from '../../cli/folder';
import { watchbill } from '../../cli/run';

let folder: string;
let file: string;
let sandbox: Sandbox;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'watchbill-adopt-'));
  file = join(folder, 'imports.sandbox.json');
  sandbox = await startSandbox({ clock: () => Temporal.Instant.from('2026-11-24T03:15:00Z') });
});
afterEach(async () => {
  await sandbox.stop();
  rmSync(folder, { recursive: true });
});

const adopt = (args: readonly string[] = [], env: Record<string, string> = {}) =>
  watchbill(['adopt', '--out', file, ...args], { ...sandbox.env, ...env });

const team = (id: string, name: string, description: string | null = null) =>
  sandbox.state.pagerduty.teams.push({ id, name, description, default_role: 'manager', parent: null });

test('nothing found: no file, and an old one can be removed', async () => {
  const none = 'None of the 67 objects that would be deployed exists yet: there is nothing to adopt.\n';
  expect(await adopt()).toEqual({ code: 0, out: none, err: '' });
  expect(existsSync(file)).toBe(false);
  writeFileSync(file, '{}\n');
  expect((await adopt()).out).toBe(`${none}${file} is no longer needed: remove it.\n`);
});

test('what is found is a list for people and a file for synthesis, the same each time', async () => {
  team('PDE', 'Data Engineering');
  team('PBA', 'Business\u202e Analytics');
  team('PBA2', 'Business Analytics');
  const { code, out, err } = await adopt();
  expect([code, err]).toEqual([0, '']);
  expect(out).toBe(`pagerduty_team.ba
  PBA2, called Business Analytics
    description
      - nothing
      + "Team ba. Managed by Watchbill: change the data, not this."
pagerduty_team.de
  PDE, called Data Engineering
    description
      - nothing
      + "Team de. Managed by Watchbill: change the data, not this."

${file} written: 2 of 67 objects exist already.
The next deploy takes them over and makes the changes above.
Not found under the names of the data:
  pagerduty_team.accounts
If one of them exists under another name, say which before you deploy:
  npx watchbill adopt --map pagerduty_team.accounts="NAME"
Only imports.sandbox.json is read: move the file there first.
Then run npx watchbill deploy. Do not approve its plan if it "replaces" or
"removes" one of them: that would delete the object.
`);
  const text = readFileSync(file, 'utf8');
  expect(text).toBe(`{
  "on-call": {
    "pagerduty_team.ba": "PBA2",
    "pagerduty_team.de": "PDE"
  }
}
`);
  await adopt();
  expect(readFileSync(file, 'utf8')).toBe(text);
  expect(readdirSync(folder)).toEqual(['imports.sandbox.json']);
});

test('while anything is undecided nothing is written', async () => {
  team('PDE', 'Data Engineering');
  team('P1', 'Accounts');
  team('P2', 'Accounts');
  writeFileSync(file, '{}\n');
  const { code, out, err } = await adopt();
  expect([code, out]).toEqual([1, '']);
  expect(err).toBe(`pagerduty_team.accounts: 2 objects match: P1, P2 ("Accounts")
  delete or rename all but one; if one of them is deployed, keep the one that this shows:
    terraform -chdir=cdktf.out/stacks/on-call state show 'pagerduty_team.accounts'
1 undecided: nothing was written, and ${file} is unchanged; decide, then run it again
`);
  expect(readFileSync(file, 'utf8')).toBe('{}\n');
});

test('what to do names OpenTofu where that is what deploys', async () => {
  team('P1', 'Accounts');
  team('P2', 'Accounts');
  const path = join(folder, 'bin');
  mkdirSync(path);
  writeFileSync(join(path, 'tofu'), '', { mode: 0o755 });
  expect((await adopt([], { PATH: path })).err).toContain(
    ":\n    tofu -chdir=cdktf.out/stacks/on-call state show 'pagerduty_team.accounts'\n",
  );
});

test('--json is for programs', async () => {
  team('PDE', 'Data Engineering');
  const expected = '"Team de. Managed by Watchbill: change the data, not this."';
  const imports = [
    {
      stack: 'on-call',
      address: 'pagerduty_team.de',
      importId: 'PDE',
      called: 'Data Engineering',
      changes: [{ label: 'description', found: 'nothing', expected }],
    },
  ];
  expect(JSON.parse((await adopt(['--json'])).out)).toEqual({ file, imports, undecided: [] });
  team('P1', 'Accounts');
  team('P2', 'Accounts');
  const { code, out } = await adopt(['--json']);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    file: null,
    imports,
    undecided: [{ stack: 'on-call', address: 'pagerduty_team.accounts' }],
  });
});

test('what has another name is taken over by saying which, and stays so on the next run', async () => {
  team('PDE', 'Engineers of data (old)');
  const { code, out, err } = await adopt(['--map', 'de=Engineers of data (old)']);
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(
    /^pagerduty_team\.de\n {2}PDE, called Engineers of data \(old\), by --map\n {4}name: "Engineers of data \(old\)" -> "Data Engineering"\n {4}description\n/,
  );
  const text = readFileSync(file, 'utf8');
  expect(JSON.parse(text)).toEqual({ 'on-call': { 'pagerduty_team.de': 'PDE' } });
  const again = await adopt();
  expect([again.code, again.out]).toEqual([0, expect.stringContaining(', as the file had it\n')]);
  expect(readFileSync(file, 'utf8')).toBe(text);
  // Renamed by the deploy, it is found by its name.
  Object.assign(sandbox.state.pagerduty.teams[0] ?? {}, { name: 'Data Engineering' });
  expect((await adopt()).out).toMatch(/^pagerduty_team\.de\n {2}PDE, called Data Engineering\n/);
});

test('a map that says nothing stops before anybody is asked; one that leads nowhere writes nothing', async () => {
  team('PDE', 'Engineers of data (old)');
  const wrong = await adopt(['--map', 'growht=Data on-call (old)']);
  expect([wrong.code, wrong.out]).toEqual([2, '']);
  expect(
    wrong.err,
  ).toBe(`ADOP002: --map "growht=Data on-call (old)": nothing of that address would be deployed
  did you mean "growth"?
nothing was looked for
To look a code up: watchbill explain ADOP002
`);
  expect(sandbox.calls).toEqual([]);
  const nowhere = await adopt(['--map', 'de=Engineers of data']);
  expect([nowhere.code, nowhere.out, existsSync(file)]).toEqual([1, '', false]);
  expect(
    nowhere.err,
  ).toBe(`pagerduty_team.de: ADOP005: the account has no object of that kind called "Engineers of data"
  use one of the names: Engineers of data (old)
1 undecided: nothing was written; decide, then run it again
To look a code up: watchbill explain ADOP005
`);
});

test('a file that cannot be read is not written over: it may know what --map said', async () => {
  team('PDE', 'Data Engineering');
  writeFileSync(file, '<<<<<<< HEAD\n');
  const { code, err } = await adopt();
  expect([code, err]).toEqual([2, expect.stringContaining('is not valid JSON\n  remove the file')]);
  expect(readFileSync(file, 'utf8')).toBe('<<<<<<< HEAD\n');
});

test('nothing is changed at the vendors', async () => {
  team('PDE', 'Data Engineering');
  await adopt();
  expect(sandbox.calls.filter(({ method, known }) => method !== 'GET' || !known)).toEqual([]);
});

test('a missing key, a refused one, and wrong data are said in our words', async () => {
  expect(await adopt([], { WATCHBILL_SANDBOX: '', PAGERDUTY_TOKEN: '', DD_HOST: '' })).toMatchObject({
    code: 2,
    err: expect.stringContaining('not set: PAGERDUTY_TOKEN'),
  });
  const refusing = await startSandbox({ faults: () => ({ kind: 'status', status: 401, body: {} }) });
  const refused = await adopt([], refusing.env);
  await refusing.stop();
  expect(refused).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining(': answered 401'),
  });
  const data = changedData('leave.yaml', () => '- { person: nobody, from: 2026-11-09, until: 2026-11-10 }\n');
  expect(await adopt(['--data', data])).toMatchObject({
    code: 1,
    err: expect.stringContaining('nothing was looked for'),
  });
  expect(existsSync(file)).toBe(false);
});

test('it is as of now, as the deploy is that imports: a bridge that runs has to be found', async () => {
  const asOf: string[] = [];
  const io = {
    now: () => Temporal.Instant.from('2026-11-27T12:00:00.5Z'),
    synthesize: (request: SynthesisRequest) => {
      asOf.push(request.asOf);
      return [];
    },
  };
  await watchbill(['adopt', '--out', file], { ...sandbox.env, WATCHBILL_AS_OF: '' }, io);
  expect(asOf).toEqual(['2026-11-27T12:00:00Z']);
});
