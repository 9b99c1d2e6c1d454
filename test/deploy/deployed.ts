import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Temporal } from 'temporal-polyfill';
import type { Catalog, DataFiles } from '../../src/catalog';
import { type Deployment, readTerraformJson, type Wanted } from '../../src/deployment';
import { type Sandbox, startSandbox } from '../../src/sandbox';
import { DatadogApi, PagerDutyApi, vendorAccess } from '../../src/vendors';
import { readStacks } from '../../src/verbs/synth/stackFiles';
import { watchbillApp } from '../../stacks/app';
import { STACKS } from '../../stacks/stackNames';
import { Terraform } from '../support/terraform';
import { catalogOf, presentSecond, usersOf } from './team';

/** Both stacks of a team's data, deployed by the real providers into a sandbox. */
export class Deployed {
  readonly catalog: Catalog;
  /** What was deployed. */
  readonly expected: Deployment;
  readonly readers: { readonly pagerDuty: PagerDutyApi; readonly datadog: DatadogApi };

  private constructor(
    private readonly folder: string,
    readonly sandbox: Sandbox,
    files: DataFiles,
    /** The Terraform JSON that was deployed. */
    readonly stacks: readonly unknown[],
    /** The instant that was planned from. */
    readonly asOf: Temporal.Instant,
  ) {
    this.expected = readTerraformJson(stacks);
    this.catalog = catalogOf(files);
    const { pagerDuty, datadog } = vendorAccess(sandbox.env);
    this.readers = { pagerDuty: new PagerDutyApi(pagerDuty), datadog: new DatadogApi(datadog) };
  }

  static async of(files: DataFiles): Promise<Deployed> {
    const folder = mkdtempSync(join(tmpdir(), 'watchbill-deployed-'));
    for (const [name, content] of files) {
      mkdirSync(dirname(join(folder, 'data', name)), { recursive: true });
      writeFileSync(join(folder, 'data', name), content);
    }
    const catalog = catalogOf(files);
    const sandbox = await startSandbox({ users: usersOf(catalog) });
    const asOf = presentSecond();
    const stacks = synthesized(folder, catalog, asOf, sandbox);
    const deployed = new Deployed(folder, sandbox, files, stacks, asOf);
    for (const stack of STACKS) {
      const terraform = deployed.terraform(stack);
      await terraform.init();
      await terraform.apply();
    }
    return deployed;
  }

  /** Synthesizes the same data as of another instant, in the place of what was deployed: for a plan. */
  synthesize(asOf: Temporal.Instant): readonly unknown[] {
    return synthesized(this.folder, this.catalog, asOf, this.sandbox);
  }

  /** The data on the disk. */
  get data(): string {
    return join(this.folder, 'data');
  }

  terraform(stack: (typeof STACKS)[number]): Terraform {
    return new Terraform(join(this.folder, 'out/stacks', stack), this.sandbox.env);
  }

  /** Exactly what was deployed, by its names. */
  get wanted(): Wanted {
    const names = (objects: readonly { readonly name: string }[]) => objects.map(({ name }) => name);
    return {
      schedules: names(this.expected.schedules),
      escalationPolicies: names(this.expected.escalationPolicies),
      services: names(this.expected.services),
      handles: names(this.expected.handles),
      monitors: names(this.expected.monitors),
      tag: 'managed-by:watchbill',
      description: 'Managed by Watchbill',
    };
  }

  async close(): Promise<void> {
    await this.sandbox.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Writes the stacks of a catalog, and reads them. */
function synthesized(folder: string, catalog: Catalog, asOf: Temporal.Instant, { url }: Sandbox) {
  const outdir = join(folder, 'out');
  watchbillApp({ catalog, asOf, sandbox: url }, outdir).synth();
  return readStacks(outdir);
}
