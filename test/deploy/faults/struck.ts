import type { ChildProcess } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, watch } from 'node:fs';
import type { Catalog, DataFiles } from '../../../src/catalog';
import type { Fault, SandboxState } from '../../../src/sandbox';
import { OWN_PROVIDERS } from '../../support/warmProviders';
import { DeployFolder, type Ran } from '../deployFolder';
import { catalogOf } from '../team';
import { contentsOf } from './contents';
import type { Strike } from './strikes';
import { wrongs } from './watch';

const GO = ['--auto-approve'];
const STATE = /^terraform\.[\w-]+\.sandbox\.tfstate$/;
/** More than any Terraform that was left alone needs to end. */
const MOST_TRIES = 100;

/** What came of a deploy that was ended, and of what was done afterwards. */
export interface Recovery {
  readonly struck: Ran;
  /** Whether the strike came before the deploy had ended. */
  readonly isStruck: boolean;
  /** Files of a state that Terraform could not read. */
  readonly unreadable: readonly string[];
  /** The way out that was shown, or is documented for a process that can say nothing any more. */
  readonly adopted?: Ran;
  /** The deploy after that, once nobody held the lock. */
  readonly next: Ran;
  readonly wrongs: readonly string[];
  readonly contents: Record<string, unknown[]>;
  /** A plan after all of it. */
  readonly plan: Ran;
}

/** `watchbill deploy` of the small team, which is ended in the middle, again and again. */
export class StruckDeploys {
  private calls = 0;
  private clean: { readonly calls: number; readonly contents: Record<string, unknown[]> } | undefined;

  private constructor(
    private readonly folder: DeployFolder,
    private readonly data: DataFiles,
    private readonly deployed: DataFiles | undefined,
    private readonly before: SandboxState,
  ) {}

  /** @param deployed what has been deployed before; none for a first deploy */
  static async open(data: DataFiles, deployed?: DataFiles): Promise<StruckDeploys> {
    const folder = await DeployFolder.of(deployed ?? data, 'terraform');
    if (deployed !== undefined) must(await folder.deploy(GO));
    for (const name of states(folder)) cpSync(folder.at(name), folder.at(`before.${name}`));
    folder.write(data);
    const before = structuredClone(folder.sandbox.state);
    return new StruckDeploys(folder, data, deployed, before);
  }

  /** What the deploy ends in where nobody ends it. */
  async cleanContents(): Promise<Record<string, unknown[]>> {
    this.clean ??= await this.cleanDeploy();
    return this.clean.contents;
  }

  async recover(strike: Strike): Promise<Recovery> {
    this.clean ??= await this.cleanDeploy();
    this.restore();
    const seen = new Set<string>();
    const look = (rosters: readonly Catalog[]) => {
      for (const wrong of wrongs(this.folder.sandbox.state, rosters)) seen.add(wrong);
    };
    const both = [this.data, ...(this.deployed === undefined ? [] : [this.deployed])].map(catalogOf);
    const blow = new Blow(this.folder, strike, this.clean.calls);
    this.folder.fault = (call) => {
      if (call.method !== 'GET') look(both);
      return blow.onCall();
    };
    const program = this.folder.wrapped(`echo $$ > ${this.folder.at('terraform.pid')}`);
    const struck = await this.folder
      .deploy([...GO, '--terraform', program], OWN_PROVIDERS, (child) => blow.aim(child))
      .finally(() => blow.end());
    const unreadable = states(this.folder).filter((name) => !isState(this.folder.at(name)));
    const isTold = struck.code === 1;
    const hasToAdopt = isTold ? struck.err.includes('npx watchbill adopt') : true;
    const adopted = hasToAdopt ? await this.unlocked(() => this.adopt()) : undefined;
    const next = await this.unlocked(() => this.folder.deploy(GO));
    blow.clear();
    this.folder.fault = () => undefined;
    look(both.slice(0, 1));
    const plan = await this.folder.deploy(['--plan-only']);
    return {
      struck,
      isStruck: blow.hasFallen,
      unreadable,
      ...(adopted === undefined ? {} : { adopted }),
      next,
      wrongs: [...seen],
      contents: contentsOf(this.folder.sandbox.state),
      plan,
    };
  }

  async close(): Promise<void> {
    await this.folder.remove();
  }

  private adopt(): Promise<Ran> {
    return this.folder.run(process.execPath, ['bin/watchbill.js', 'adopt']);
  }

  /** As the advice says: waits until the other deploy has ended. */
  private async unlocked(command: () => Promise<Ran>): Promise<Ran> {
    for (let tries = 1; ; tries += 1) {
      const ran = await command();
      if (!ran.err.includes('DEPL104') || tries === MOST_TRIES) return ran;
    }
  }

  private async cleanDeploy() {
    this.restore();
    this.calls = 0;
    this.folder.fault = () => {
      this.calls += 1;
      return undefined;
    };
    must(await this.folder.deploy(GO));
    return { calls: this.calls, contents: contentsOf(this.folder.sandbox.state) };
  }

  /** Everything is as it was before the deploy. */
  private restore(): void {
    this.folder.fault = () => undefined;
    putBack(this.folder.sandbox.state, this.before);
    const leftover = /^(\.?terraform\..*sandbox\.tfstate.*|imports\.sandbox\.json|terraform\.pid)$/;
    for (const name of readdirSync(this.folder.path).filter((each) => leftover.test(each)))
      rmSync(this.folder.at(name));
    for (const name of readdirSync(this.folder.path).filter((each) => each.startsWith('before.')))
      cpSync(this.folder.at(name), this.folder.at(name.slice('before.'.length)));
  }
}

/** A strike that is on its way. */
class Blow {
  hasFallen = false;
  private calls = 0;
  private writes = 0;
  private watchbill: ChildProcess | undefined;
  private readonly groups = new Set<number>();
  private readonly watcher: ReturnType<typeof watch> | undefined;

  constructor(
    private readonly folder: DeployFolder,
    private readonly strike: Strike,
    private readonly all: number,
  ) {
    if (strike.moment.kind !== 'state') return;
    const { time } = strike.moment;
    this.watcher = watch(folder.path, (_event, name) => {
      if (name === null || !STATE.test(name)) return;
      this.writes += 1;
      if (this.writes >= time) this.fall();
    });
  }

  aim(watchbill: ChildProcess): void {
    this.watchbill = watchbill;
  }

  onCall(): Fault | undefined {
    this.calls += 1;
    const { moment } = this.strike;
    if (moment.kind !== 'call' || this.hasFallen || this.calls < Math.floor(moment.at * this.all) + 1)
      return undefined;
    this.fall();
    return moment.isDone ? undefined : { kind: 'drop-before' };
  }

  end(): void {
    this.watcher?.close();
  }

  /** Ends providers that nobody has told that their Terraform is gone. */
  clear(): void {
    for (const group of this.groups) signal(-group, 'SIGKILL');
  }

  private fall(): void {
    const { victim } = this.strike;
    const path = this.folder.at('terraform.pid');
    if (this.hasFallen || this.watchbill === undefined) return;
    const pid = existsSync(path) ? Number(readFileSync(path, 'utf8')) : 0;
    if (victim.startsWith('Terraform')) {
      // Before Terraform runs, deploy asks PagerDuty itself: there is nobody to kill yet.
      if (pid === 0 || !signal(victim === 'Terraform' ? pid : -pid, 'SIGKILL')) return;
      this.groups.add(pid);
    } else {
      this.watchbill.kill(victim === 'watchbill' ? 'SIGKILL' : 'SIGINT');
    }
    this.hasFallen = true;
  }
}

/** In place: the sandbox's routes hold on to each vendor's part. */
function putBack(state: SandboxState, before: SandboxState): void {
  Object.assign(state.pagerduty, structuredClone(before.pagerduty));
  Object.assign(state.datadog, structuredClone(before.datadog));
}

/** @returns whether there was anybody to tell */
function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

function states(folder: DeployFolder): string[] {
  return readdirSync(folder.path).filter((name) => STATE.test(name));
}

/** Whether Terraform can read it: empty is none yet. */
function isState(path: string): boolean {
  const text = readFileSync(path, 'utf8');
  if (text === '') return true;
  try {
    return typeof JSON.parse(text).serial === 'number';
  } catch {
    return false;
  }
}

function must({ code, out, err }: Ran): void {
  if (code !== 0) throw new Error(`a deploy that nobody ends fails:\n${out}\n${err}`);
}
