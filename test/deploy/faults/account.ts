import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataFiles } from '../../../src/catalog';
import type { Call, Fault, SandboxState } from '../../../src/sandbox';
import { type SandboxApp, sandboxApp } from '../../../src/sandbox/app';
import type { ImportsFile } from '../../../src/state/importsFile';
import { adviceFor } from '../../../src/verbs/deploy/failure/advice';
import { eventOf, type TerraformDiagnostic } from '../../../src/verbs/deploy/terraform/events';
import { watchbillApp } from '../../../stacks/app';
import type { STACKS } from '../../../stacks/stackNames';
import { type Run, Terraform } from '../../support/terraform';
import { catalogOf, TODAY, usersOf } from '../team';
import { shapeOf } from './shapes';

/** Name of a stack. */
export type Stack = (typeof STACKS)[number];

const APPLY = ['apply', '-json', '-input=false', '-auto-approve', '-parallelism=1'];

/** Which call of one deploy meets which fault. */
export interface FaultAt {
  readonly shape: string;
  /** Counts from 1, in each run of Terraform anew. */
  readonly occurrence: number;
  readonly fault: Fault;
}

/** A deploy that ended well: what the accounts hold, and where Terraform was run. */
export interface Deployed {
  readonly state: SandboxState;
  readonly folder: string;
}

/** What came of one run of Terraform, and what a deploy of ours would say of it. */
export interface Applied extends Run {
  readonly errors: readonly TerraformDiagnostic[];
  /** Its advice, each text once. */
  readonly advice: readonly string[];
}

/** Terraform's state, as far as it is looked at. */
interface StateFile {
  readonly resources: readonly {
    readonly mode: string;
    readonly type: string;
    readonly name: string;
    readonly instances: readonly { readonly attributes: { readonly id?: string | null } }[];
  }[];
}

/** Both vendors' accounts, of which every state is looked at, and one folder for Terraform. */
export class Account {
  private counts = new Map<string, number>();
  private planned: FaultAt | undefined;
  private met = 0;

  private constructor(
    readonly folder: string,
    private readonly sandbox: SandboxApp,
    private readonly url: string,
    private readonly reattach: Readonly<Record<string, string>>,
  ) {}

  /**
   * @param watch is shown the accounts after every call that may have changed them
   * @param before what is deployed there already
   * @param reattach has Terraform find providers that serve already
   */
  static async open(
    files: DataFiles,
    watch: (state: SandboxState) => void = () => {},
    before?: Deployed,
    reattach: Readonly<Record<string, string>> = {},
  ): Promise<Account> {
    let account: Account | undefined;
    const sandbox = sandboxApp({
      users: usersOf(catalogOf(files)),
      faults: (call) => account?.faultOf(call),
    });
    if (before !== undefined) Object.assign(sandbox.state, structuredClone(before.state));
    sandbox.app.addHook('onSend', async (request, _reply, payload) => {
      if (request.method !== 'GET') watch(sandbox.state);
      return payload;
    });
    const url = await sandbox.app.listen({ host: '127.0.0.1', port: 0 });
    const folder = mkdtempSync(join(tmpdir(), 'watchbill-faults-'));
    if (before !== undefined) cpSync(before.folder, folder, { recursive: true });
    account = new Account(folder, sandbox, url, reattach);
    return account;
  }

  get state(): SandboxState {
    return this.sandbox.state;
  }

  get calls(): readonly Call[] {
    return this.sandbox.calls;
  }

  /** What Terraform and our command are given to find it. */
  get env(): Readonly<Record<string, string>> {
    const { tokens } = this.sandbox;
    return {
      WATCHBILL_SANDBOX: this.url,
      PAGERDUTY_TOKEN: tokens.pagerDuty,
      DD_API_KEY: tokens.datadogApi,
      DD_APP_KEY: tokens.datadogApp,
      DD_HOST: this.url,
    };
  }

  terraform(stack: Stack): Terraform {
    return new Terraform(join(this.folder, 'stacks', stack), { ...this.env, ...this.reattach });
  }

  /** Writes both stacks, with what is to be imported. */
  synthesize(files: DataFiles, imports?: ImportsFile): void {
    const props = { catalog: catalogOf(files), asOf: TODAY.toInstant(), sandbox: this.url };
    watchbillApp({ ...props, ...(imports === undefined ? {} : { imports }) }, this.folder).synth();
  }

  /** Deploys one stack, with a fault where one is given, which must come. One call goes out at a time. */
  async deploy(stack: Stack, fault?: FaultAt): Promise<Applied> {
    this.counts = new Map();
    this.planned = fault;
    this.met = 0;
    const run = await this.terraform(stack).run(...APPLY);
    if (fault !== undefined && this.met === 0)
      throw new Error(`no such call: ${fault.occurrence} ${fault.shape}\n${run.out}`);
    this.planned = undefined;
    return applied(run, stack);
  }

  /** Addresses that a stack's state has. */
  addresses(stack: Stack): string[] {
    return this.managed(stack).map(({ address }) => address);
  }

  /** Takes out of the state what is in it without an id. */
  async forget(stack: Stack): Promise<string[]> {
    const nameless = this.managed(stack).filter(({ id }) => id === null);
    const addresses = nameless.map(({ address }) => address);
    if (addresses.length > 0) await this.terraform(stack).ok('state', 'rm', ...addresses);
    return addresses;
  }

  async close(): Promise<void> {
    await this.sandbox.app.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private managed(stack: Stack): { address: string; id: string | null | undefined }[] {
    const path = join(this.terraform(stack).folder, 'terraform.tfstate');
    const { resources } = JSON.parse(readFileSync(path, 'utf8')) as StateFile;
    return resources
      .filter(({ mode }) => mode === 'managed')
      .map(({ type, name, instances }) => ({ address: `${type}.${name}`, id: instances[0]?.attributes.id }))
      .sort((a, b) => a.address.localeCompare(b.address));
  }

  private faultOf(call: Call): Fault | undefined {
    const shape = shapeOf(call);
    const occurrence = (this.counts.get(shape) ?? 0) + 1;
    this.counts.set(shape, occurrence);
    const { planned } = this;
    if (planned?.shape !== shape || planned.occurrence !== occurrence) return undefined;
    this.met += 1;
    return planned.fault;
  }
}

function applied(run: Run, stack: Stack): Applied {
  const errors = run.stdout.split('\n').flatMap((line) => {
    const event = eventOf(line);
    return event?.kind === 'diagnostic' && event.diagnostic.severity === 'error' ? [event.diagnostic] : [];
  });
  const advice = errors.map((diagnostic) =>
    adviceFor({ diagnostic, stack, command: 'terraform', isBegun: true }),
  );
  return { ...run, errors, advice: [...new Set(advice)] };
}
