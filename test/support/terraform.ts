import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** The versions that the bindings are made for. */
export const PROVIDERS = {
  pagerduty: { source: 'pagerduty/pagerduty', version: '3.30.8' },
  datadog: { source: 'DataDog/datadog', version: '3.82.0' },
};

/** Terraform's own settings; nobody's keys reach the suite, only the sandbox's. */
export function environment(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const machine = Object.entries(process.env).filter(
    ([name]) => !/^(DD_|DATADOG_|PAGERDUTY_|TF_VAR_|TF_LOG)/.test(name),
  );
  return { ...Object.fromEntries(machine), CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1', ...extra };
}

/** Why nothing can be deployed with a program on this machine; none where its `init` finds both providers. */
export function whyNoTerraform(program = 'terraform'): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'watchbill-init-'));
  try {
    writeFileSync(
      join(folder, 'main.tf.json'),
      JSON.stringify({ terraform: { required_providers: PROVIDERS } }),
    );
    const init = spawnSync(program, ['init', '-input=false', '-no-color'], {
      cwd: folder,
      env: environment(),
      encoding: 'utf8',
      timeout: 120_000,
    });
    if (init.error !== undefined) return `${program} cannot be run: ${init.error.message}`;
    if (init.status === 0) return undefined;
    // Warnings about the machine come first.
    const error = /Error:.*/s.exec(init.stderr)?.[0] ?? init.stderr;
    return `${program} init finds no providers: ${error.replace(/\s+/g, ' ').trim().slice(0, 300)}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What one run of Terraform said. */
export interface Run {
  readonly code: number;
  readonly stdout: string;
  /** Both streams. */
  readonly out: string;
}

/** One resource of a plan that would be changed. */
export interface PlannedChange {
  readonly address: string;
  /** e.g. `['update']`, `['delete', 'create']` */
  readonly actions: readonly string[];
}

interface PlanJson {
  readonly resource_changes?: readonly {
    readonly address: string;
    readonly change: { readonly actions: readonly string[] };
  }[];
}

/** Terraform in one stack's folder. */
export class Terraform {
  constructor(
    readonly folder: string,
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  /** Runs it and returns whatever comes of it. */
  async run(...args: string[]): Promise<Run> {
    const options = {
      cwd: this.folder,
      env: environment(this.env),
      maxBuffer: 64 * 1024 * 1024,
      timeout: 200_000,
    };
    try {
      const { stdout, stderr } = await execute('terraform', args, options);
      return { code: 0, stdout, out: stdout + stderr };
    } catch (error) {
      // Not `instanceof Error`: jest runs tests in a realm of their own.
      if (typeof error !== 'object' || error === null || !('stdout' in error && 'stderr' in error))
        throw error;
      const code = 'code' in error && typeof error.code === 'number' ? error.code : -1;
      return { code, stdout: String(error.stdout), out: `${error.stdout}${error.stderr}` };
    }
  }

  /** Runs it, and fails with what it said where it fails. */
  async ok(...args: string[]): Promise<string> {
    const { code, stdout, out } = await this.run(...args);
    if (code !== 0) throw new Error(`terraform ${args.join(' ')} ended with ${code}:\n${out}`);
    return stdout;
  }

  /** The state stays in the stack's folder, wherever the stack says that it is. */
  init(): Promise<string> {
    return this.ok('init', '-input=false', '-no-color', '-backend-config=path=terraform.tfstate');
  }

  apply(...args: string[]): Promise<string> {
    return this.ok('apply', '-input=false', '-no-color', '-auto-approve', ...args);
  }

  destroy(): Promise<string> {
    return this.ok('destroy', '-input=false', '-no-color', '-auto-approve');
  }

  /** What would be changed, in the order of addresses; nothing is changed. */
  async changes(): Promise<PlannedChange[]> {
    await this.ok('plan', '-input=false', '-no-color', '-out=plan.bin');
    const plan = JSON.parse(await this.ok('show', '-json', 'plan.bin')) as PlanJson;
    return (plan.resource_changes ?? [])
      .map(({ address, change }) => ({ address, actions: change.actions }))
      .filter(({ actions }) => !['no-op', 'read'].includes(actions.join()))
      .sort((a, b) => a.address.localeCompare(b.address));
  }

  /** The plan's text where it would change something; empty where it would not. */
  async planText(): Promise<string> {
    const { code, out } = await this.run('plan', '-input=false', '-no-color', '-detailed-exitcode');
    if (code === 0) return '';
    return out;
  }
}
