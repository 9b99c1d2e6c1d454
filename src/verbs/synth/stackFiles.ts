import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

/** The part of cdktf's manifest of a folder that is read here. */
interface Manifest {
  readonly stacks: Readonly<Record<string, { readonly dependencies: readonly string[] }>>;
}

/**
 * Has stacks written to a fresh folder, and moves their files into place once all of them are whole.
 * Other files there stay, e.g. the providers that Terraform has installed.
 * @param outdir @default - nothing stays on the disk
 * @param write writes the stacks to the fresh folder
 * @returns the Terraform JSON of all stacks, parsed
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

/** The Terraform JSON of the stacks that were last written to a folder, parsed, in the order of their deployment. */
export function readStacks(outdir: string): unknown[] {
  const manifest = JSON.parse(readFileSync(join(outdir, 'manifest.json'), 'utf8')) as Manifest;
  return inOrder(manifest).map((stack): unknown =>
    JSON.parse(readFileSync(join(outdir, 'stacks', stack, 'cdk.tf.json'), 'utf8')),
  );
}

/** Names of the stacks, each after those that it depends on. */
function inOrder({ stacks }: Manifest): string[] {
  const names = new Set<string>();
  const add = (name: string) => {
    if (names.has(name)) return;
    for (const other of stacks[name]?.dependencies ?? []) add(other);
    names.add(name);
  };
  for (const name of Object.keys(stacks).sort()) add(name);
  return [...names];
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
