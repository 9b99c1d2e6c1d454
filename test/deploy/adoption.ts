import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { DataFiles } from '../../src/catalog';
import { main } from '../../src/main';
import { type Faults, type Sandbox, startSandbox } from '../../src/sandbox';
import { finalShifts } from '../../src/sandbox/pagerduty/rendering';
import { readImports } from '../../src/state/importsFile';
import { synthesizedStacks } from '../../src/verbs/synth/synthesizedStacks';
import { watchbillApp } from '../../stacks/app';
import { STACKS } from '../../stacks/stackNames';
import { Terraform } from '../support/terraform';
import { catalogOf, presentSecond, usersOf } from './team';

/** A team's data, an account in which something may exist already, and what somebody on watch would run. */
export class Adoption {
  /** Schedules in which nobody stood when a call arrived. */
  readonly empty: string[] = [];
  /** What goes wrong from now on. */
  faults: Faults = () => undefined;
  /** The file that the command writes and synthesis reads. */
  readonly imports: string;

  private constructor(
    private readonly folder: string,
    private readonly files: DataFiles,
    private readonly asOf: Temporal.Instant,
    readonly sandbox: Sandbox,
  ) {
    this.imports = join(folder, 'imports.sandbox.json');
  }

  /**
   * @param given where something exists already @default - a new one, with the people of the data
   */
  static async of(files: DataFiles, given?: Sandbox): Promise<Adoption> {
    const folder = mkdtempSync(join(tmpdir(), 'watchbill-adopt-'));
    for (const [name, content] of files) {
      mkdirSync(dirname(join(folder, 'data', name)), { recursive: true });
      writeFileSync(join(folder, 'data', name), content);
    }
    const asOf = presentSecond();
    const opened: { adoption?: Adoption } = {};
    const sandbox =
      given ??
      (await startSandbox({
        users: usersOf(catalogOf(files)),
        faults: (call) => {
          opened.adoption?.watch();
          return opened.adoption?.faults(call);
        },
      }));
    const adoption = new Adoption(folder, files, asOf, sandbox);
    opened.adoption = adoption;
    adoption.synthesize();
    for (const stack of STACKS) await adoption.terraform(stack).init();
    return adoption;
  }

  terraform(stack: (typeof STACKS)[number]): Terraform {
    return new Terraform(join(this.folder, 'out/stacks', stack), this.sandbox.env);
  }

  /** Writes both stacks, with what is to be adopted. */
  synthesize(): void {
    const imports = readImports(this.imports);
    const props = { catalog: catalogOf(this.files), asOf: this.asOf, sandbox: this.sandbox.url };
    watchbillApp(
      { ...props, ...(imports === undefined ? {} : { imports }) },
      join(this.folder, 'out'),
    ).synth();
  }

  /** Deploys both stacks, and plans again. */
  async deploy(): Promise<{ readonly said: string; readonly again: string }> {
    this.synthesize();
    let said = '';
    let again = '';
    for (const stack of STACKS) {
      said += await this.terraform(stack).apply();
      again += await this.terraform(stack).planText();
    }
    return { said, again };
  }

  /** `watchbill adopt`. */
  async adopt(
    ...args: string[]
  ): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
    const [out, err]: [string[], string[]] = [[], []];
    const common = ['--data', join(this.folder, 'data'), '--as-of', this.asOf.toString()];
    const code = await main(['adopt', '--out', this.imports, ...common, ...args], {
      out: (text) => out.push(text),
      err: (text) => err.push(text),
      env: this.sandbox.env,
      now: () => this.asOf,
      synthesize: synthesizedStacks,
    });
    return { code, out: out.join(''), err: err.join('') };
  }

  /** A call of a vendor's API that has to succeed. */
  async call(method: string, path: string, body?: unknown): Promise<unknown> {
    const { pagerDuty, datadogApi, datadogApp } = this.sandbox.tokens;
    const keys = path.startsWith('/api/')
      ? { 'dd-api-key': datadogApi, 'dd-application-key': datadogApp }
      : { authorization: `Token token=${pagerDuty}` };
    const response = await fetch(`${this.sandbox.url}${path}`, {
      method,
      headers: { ...keys, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }

  /** Sees whether somebody stands in every schedule at this moment. */
  watch(): void {
    const { schedules, overrides } = this.sandbox.state.pagerduty;
    const from = Math.ceil(Temporal.Now.instant().epochMilliseconds / 1000);
    for (const schedule of schedules) {
      const own = overrides.filter((each) => each.schedule === schedule.id);
      const watches = finalShifts(schedule, own, { from, until: from + 1 });
      if (watches.length === 0) this.empty.push(`${schedule.name} before call ${this.sandbox.calls.length}`);
    }
  }

  async close(): Promise<void> {
    await this.sandbox.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
