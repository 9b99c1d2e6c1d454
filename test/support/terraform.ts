import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { installation } from './installation';
import { environment, PROVIDERS } from './providers';
import { servingProviders } from './warmProviders';

const execute = promisify(execFile);

/** Why nothing can be deployed with a program on this machine; none where its `init` finds both providers. */
export function whyNoTerraform(program = 'terraform'): string | undefined {
  const installed = program === 'terraform' ? installation() : undefined;
  if (installed !== undefined) return installed.missing;
  const folder = mkdtempSync(join(tmpdir(), 'watchbill-init-'));
  try {
    return whyNotInstalled(folder, program);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Installs both providers in a folder; says why where that fails. */
export function whyNotInstalled(folder: string, program: string): string | undefined {
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

/** The file of a plan. */
const PLAN = 'plan.bin';
/** How a plan ends that would change something. */
const CHANGES = 2;

/**
 * Terraform in one stack's folder. It finds providers that serve already, unless the variables
 * say otherwise ({@link OWN_PROVIDERS}).
 */
export class Terraform {
  constructor(
    readonly folder: string,
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  /** Runs it and returns whatever comes of it. */
  async run(...args: string[]): Promise<Run> {
    const options = {
      cwd: this.folder,
      env: environment({ ...(await servingProviders(this.env)), ...this.env }),
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

  /** Applies what {@link changes} has planned. */
  applyPlanned(): Promise<string> {
    return this.ok('apply', '-input=false', '-no-color', PLAN);
  }

  destroy(): Promise<string> {
    return this.ok('destroy', '-input=false', '-no-color', '-auto-approve');
  }

  /** What would be changed, in the order of addresses; nothing is changed. */
  async changes(): Promise<PlannedChange[]> {
    const args = ['-input=false', '-no-color', '-detailed-exitcode', `-out=${PLAN}`];
    const { code, out } = await this.run('plan', ...args);
    if (code === 0) return [];
    if (code !== CHANGES) throw new Error(`terraform plan ended with ${code}:\n${out}`);
    const plan = JSON.parse(await this.ok('show', '-json', PLAN)) as PlanJson;
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
