import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { STACKS } from '../../../stacks/stackNames';

/**
 * Has stacks written to a fresh folder, and moves their files into place once all of them are
 * whole. What else is in that place stays, e.g. the providers that Terraform has installed there.
 * @param outdir @default - nothing stays on the disk
 * @param write writes the stacks to the fresh folder
 * @returns the Terraform JSON of both stacks, parsed
 */
export function written(outdir: string | undefined, write: (fresh: string) => void): unknown[] {
  const target = outdir === undefined ? join(tmpdir(), 'watchbill-synth') : resolve(outdir);
  mkdirSync(dirname(target), { recursive: true });
  // Next to its place: paths in the stacks are relative, and files are moved rather than copied.
  const fresh = mkdtempSync(`${target}.`);
  try {
    write(fresh);
    const stacks = readStacks(fresh);
    if (outdir !== undefined) moveFiles(fresh, target);
    return stacks;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** The Terraform JSON of both stacks in a folder, parsed, in the order of their deployment. */
export function readStacks(outdir: string): unknown[] {
  return STACKS.map((stack): unknown =>
    JSON.parse(readFileSync(join(outdir, 'stacks', stack, 'cdk.tf.json'), 'utf8')),
  );
}

function moveFiles(from: string, to: string): void {
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const place = join(to, relative(from, path));
    mkdirSync(dirname(place), { recursive: true });
    renameSync(path, place);
  }
}
