import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { watchbillApp } from '../../../stacks/app';
import { STACKS } from '../../../stacks/stackNames';
import { loadCatalogOrThrow, readDataDirectory } from '../../catalog';
import type { SynthesisRequest } from '../../cli/io';

/**
 * The Terraform JSON of both stacks, parsed, in the order of their deployment; nothing
 * stays on the disk. What is asked for and what is answered is plain data, so that the
 * command need not share a class with cdktf's side.
 */
export function synthesizedStacks({ data, asOf, sandbox }: SynthesisRequest): unknown[] {
  const catalog = loadCatalogOrThrow(readDataDirectory(data), data);
  const outdir = mkdtempSync(join(tmpdir(), 'watchbill-synth-'));
  try {
    const instant = Temporal.Instant.from(asOf);
    watchbillApp({ catalog, asOf: instant, ...(sandbox === undefined ? {} : { sandbox }) }, outdir).synth();
    return STACKS.map((stack): unknown =>
      JSON.parse(readFileSync(join(outdir, 'stacks', stack, 'cdk.tf.json'), 'utf8')),
    );
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
