import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Sandbox, startSandbox } from '../../../src/sandbox';
import type { Backend } from '../../../src/state/backendSchema';
import { watchbillApp } from '../../../stacks/app';
import { suiteUnless } from '../../suite';
import { Postgres, whyNoPostgres } from '../../support/postgres';
import { environment } from '../../support/providers';
import { Terraform, whyNoTerraform } from '../../support/terraform';
import { warmProviders } from '../../support/warmProviders';
import { catalogOf, TODAY, usersOf } from '../team';
import { smallTeam } from './smallTeam';

jest.setTimeout(120_000);

/** One run of Terraform that can be watched and answered while it goes on. */
class Deploy {
  private said = '';
  private readonly child: ChildProcess;
  private readonly ended: Promise<number | null>;

  constructor(folder: string, env: Readonly<Record<string, string>>, ...args: string[]) {
    this.child = spawn('terraform', ['apply', '-no-color', ...args], { cwd: folder, env: environment(env) });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (text: Buffer) => {
        this.said += text;
      });
    }
    this.ended = new Promise((resolve) => this.child.on('close', resolve));
  }

  /** Waits until it has said something. */
  async says(text: string): Promise<void> {
    const said = new Promise<void>((resolve) => {
      const look = () => {
        if (this.said.includes(text)) resolve();
      };
      this.child.stdout?.on('data', look);
      look();
    });
    const ended = this.ended.then((code) => {
      throw new Error(`it ended with ${code} and never said "${text}":\n${this.said}`);
    });
    await Promise.race([said, ended]);
  }

  answer(text: string): void {
    this.child.stdin?.end(`${text}\n`);
  }

  async end(): Promise<{ code: number | null; out: string }> {
    return { code: await this.ended, out: this.said };
  }
}

/** A stack of the small team in one folder, that nobody has deployed yet. */
class Folder {
  private constructor(
    private readonly outdir: string,
    readonly sandbox: Sandbox,
    readonly terraform: Terraform,
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  static async open(backend: Backend, keys: Readonly<Record<string, string>> = {}): Promise<Folder> {
    const catalog = catalogOf(smallTeam());
    const sandbox = await startSandbox({ users: usersOf(catalog) });
    const outdir = mkdtempSync(join(tmpdir(), 'watchbill-two-'));
    watchbillApp({ catalog, asOf: TODAY.toInstant(), sandbox: sandbox.url, backend }, outdir).synth();
    const env = { ...sandbox.env, ...keys };
    const terraform = new Terraform(join(outdir, 'stacks/on-call'), env);
    if (backend.type === 'local') await terraform.init();
    else await terraform.ok('init', '-input=false', '-no-color');
    return new Folder(outdir, sandbox, terraform, env);
  }

  /** @param lane of the providers: there are two deploys at once */
  async deploy(lane: number, ...args: string[]): Promise<Deploy> {
    const env = { ...this.env, ...(await warmProviders(lane)) };
    return new Deploy(this.terraform.folder, env, ...args);
  }

  async close(): Promise<void> {
    await this.sandbox.stop();
    rmSync(this.outdir, { recursive: true, force: true });
  }
}

/** The second deploy waits for the first one's lock; then nothing is left to do, and nothing is there twice. */
async function secondWaits(folder: Folder): Promise<void> {
  const first = await folder.deploy(0);
  // It has planned everything, and holds the lock until it is answered.
  await first.says('Enter a value');
  const second = await folder.deploy(1, '-input=false', '-auto-approve', '-lock-timeout=60s');
  await second.says('Acquiring state lock. This may take a few moments...');
  expect(folder.sandbox.calls.filter(({ method }) => method !== 'GET')).toEqual([]);
  first.answer('yes');
  expect(await first.end()).toMatchObject({ code: 0, out: expect.stringContaining('11 added') });
  expect(await second.end()).toMatchObject({ code: 0, out: expect.stringContaining('No changes.') });
  expect(folder.sandbox.calls.filter(({ status = 0 }) => status >= 400)).toEqual([]);
}

const missing = whyNoTerraform();

suiteUnless(missing, 'two deploys at once, with the state in a file', () => {
  let folder: Folder;
  beforeAll(async () => {
    folder = await Folder.open({ type: 'local' });
  });
  afterAll(() => folder?.close());

  test('the second is refused by the lock before it plans', async () => {
    const first = await folder.deploy(0);
    await first.says('Enter a value');
    const calls = folder.sandbox.calls.length;
    const second = await folder.deploy(1, '-input=false', '-auto-approve');
    const { code, out } = await second.end();
    expect([code, out]).toEqual([1, expect.stringContaining('Error acquiring the state lock')]);
    expect(folder.sandbox.calls).toHaveLength(calls);
    first.answer('no');
    expect(await first.end()).toMatchObject({ code: 1, out: expect.stringContaining('Apply cancelled.') });
    expect(folder.sandbox.state.pagerduty.schedules).toEqual([]);
  });

  test('with time to wait the second waits, and then plans nothing', () => secondWaits(folder));
});

const PASSWORD = 'canary-second-deploy';

suiteUnless(whyNoPostgres() ?? missing, 'two deploys at once, with the state in PostgreSQL', () => {
  let postgres: Postgres;
  let folder: Folder;
  beforeAll(async () => {
    postgres = Postgres.start(PASSWORD);
    folder = await Folder.open({ type: 'pg', prefix: 'watchbill' }, { PG_CONN_STR: postgres.connection });
  });
  afterAll(async () => {
    await folder?.close();
    postgres?.stop();
  });

  test('with time to wait the second waits, and then plans nothing', () => secondWaits(folder));
});
