import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { loadCatalogOrThrow } from '../../src/catalog';
import { type Call, startSandbox } from '../../src/sandbox';
import { usersOf } from '../../src/verbs/sandbox/sandbox';
import { watchbillApp } from '../../stacks/app';
import { STACKS } from '../../stacks/stackNames';
import { dataFilesOf } from '../synth/data';
import { readStacks } from '../synth/stacks';
import { Api } from './api';
import { terraform } from './terraform';

/** One command for both stacks. */
export interface Phase {
  readonly seconds: number;
  readonly calls: readonly Call[];
  /** Processor time that the sandbox took, in milliseconds. */
  readonly sandboxMilliseconds: number;
  /** What Terraform said where it did not end with 0, e.g. because a plan is not empty. */
  readonly failure?: string;
}

/** What one size of account tells. */
export interface Deployed {
  readonly pipelines: number;
  /** How many objects of each type there are; data sources begin with `data.`. */
  readonly objects: ReadonlyMap<string, number>;
  readonly deploy: Phase;
  /** Size of Terraform's state of each stack, in bytes, in the order of `STACKS`. */
  readonly stateBytes: readonly number[];
  readonly emptyPlan: Phase;
  /** The plan of the on-call stack with vendors far away. */
  readonly farAway: Phase;
  /** The same with PagerDuty's limit, and how many calls it refused; it may fail. */
  readonly limited: Phase & { readonly refused: number };
}

/** Deploys both stacks of a synthetic account to a sandbox, and plans them again. */
export async function deployed(pipelines: number): Promise<Deployed> {
  const outdir = mkdtempSync(join(tmpdir(), 'watchbill-bench-deploy-'));
  const catalog = loadCatalogOrThrow(dataFilesOf(pipelines), 'data');
  const api = new Api();
  const sandbox = await startSandbox({ users: usersOf(catalog), faults: api.faults });
  const phase = async (name: string, stacks: readonly string[], args: readonly string[]): Promise<Phase> => {
    console.error(`${pipelines} pipelines: ${name}`);
    const begun = { calls: sandbox.calls.length, cpu: process.cpuUsage() };
    const progress = () => `${sandbox.calls.length - begun.calls} calls`;
    let seconds = 0;
    let failure: string | undefined;
    for (const stack of stacks) {
      const ended = await terraform(join(outdir, 'stacks', stack), sandbox.env, args, progress);
      seconds += ended.seconds;
      if (ended.code !== 0) failure = `terraform ${args.join(' ')} in ${stack}: ${ended.code}\n${ended.said}`;
    }
    const { user, system } = process.cpuUsage(begun.cpu);
    return {
      seconds,
      calls: sandbox.calls.slice(begun.calls),
      sandboxMilliseconds: (user + system) / 1000,
      ...(failure === undefined ? {} : { failure }),
    };
  };
  const plan = ['plan', '-detailed-exitcode'];
  try {
    // The provider compares layers with the machine's clock.
    watchbillApp({ catalog, asOf: Temporal.Now.instant(), sandbox: sandbox.url }, outdir).synth();
    sound(await phase('init', STACKS, ['init', '-backend-config=path=terraform.tfstate']));
    const deploy = sound(await phase('deploy', STACKS, ['apply', '-auto-approve']));
    const stateBytes = STACKS.map(
      (stack) => statSync(join(outdir, 'stacks', stack, 'terraform.tfstate')).size,
    );
    const emptyPlan = sound(await phase('empty plan', STACKS, plan));
    api.answers('far away');
    const farAway = sound(await phase('empty plan of on-call, 200 ms a call', ['on-call'], plan));
    api.answers('far away, limited');
    const limited = await phase('the same, 960 calls a minute', ['on-call'], plan);
    return {
      pipelines,
      objects: objectsByType(outdir),
      deploy,
      stateBytes,
      emptyPlan,
      farAway,
      limited: { ...limited, refused: api.refused },
    };
  } finally {
    await sandbox.stop();
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** @throws Error where Terraform did not do what is measured */
function sound(phase: Phase): Phase {
  if (phase.failure !== undefined) throw new Error(phase.failure);
  return phase;
}

function objectsByType(outdir: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { json } of readStacks(outdir)) {
    const entries = [
      ...Object.entries(json.resource),
      ...Object.entries(json.data ?? {}).map(([type, all]) => [`data.${type}`, all] as const),
    ];
    for (const [type, all] of entries) counts.set(type, (counts.get(type) ?? 0) + Object.keys(all).length);
  }
  return counts;
}
