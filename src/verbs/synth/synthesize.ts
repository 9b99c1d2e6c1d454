import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { watchbillApp } from '../../../stacks/app';
import { STACKS } from '../../../stacks/stackNames';
import type { StackProps } from '../../../stacks/stackProps';
import { type Deployment, readTerraformJson } from '../../deployment';

/**
 * Synthesizes both stacks into a folder, all or nothing: they are written beside
 * it and take its place when they are whole.
 * @returns what was written, read back
 */
export function synthesize(props: StackProps, outdir: string): Deployment {
  const target = resolve(outdir);
  mkdirSync(dirname(target), { recursive: true });
  const fresh = mkdtempSync(`${target}.`);
  try {
    watchbillApp(props, fresh).synth();
    const deployment = readSynthesized(fresh);
    // The last good output steps aside before it is removed: an interruption loses nothing.
    const last = `${fresh}.last`;
    if (existsSync(target)) renameSync(target, last);
    renameSync(fresh, target);
    rmSync(last, { recursive: true, force: true });
    return deployment;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** The deployment that a folder of synthesized stacks stands for. */
export function readSynthesized(outdir: string): Deployment {
  const stacks = STACKS.map((stack) => readFileSync(join(outdir, 'stacks', stack, 'cdk.tf.json'), 'utf8'));
  return readTerraformJson(stacks.map((text): unknown => JSON.parse(text)));
}
