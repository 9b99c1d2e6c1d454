import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Mutant } from './mutant';

const ROOT = resolve(__dirname, '../..');

/** Whether Stryker's word for what became of a mutant means that a test noticed it. */
const NOTICED: Readonly<Record<string, boolean>> = {
  Killed: true,
  Timeout: true,
  Survived: false,
  NoCoverage: false,
};

/** What is read of Stryker's report. @see https://github.com/stryker-mutator/mutation-testing-elements */
interface Report {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Found[] }>>;
}

interface Found {
  readonly location: { readonly start: Position; readonly end: Position };
  readonly replacement?: string;
  readonly status: string;
}

/** Both count from 1. */
interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Mutates the sources of a folder below src, and runs the folder's own unit tests on each mutant.
 * @param path the folder, or one of its files, below src: `roster`, `roster/turns.ts`
 * @throws Error if Stryker fails
 */
export function folderMutants(path: string): readonly Mutant[] {
  const [folder = path] = path.split('/');
  const files = path === folder ? [] : ['--mutate', `src/${path}`];
  const { status } = spawnSync('npx', ['--no', 'stryker', 'run', ...files], {
    cwd: ROOT,
    env: { ...process.env, MUTATED_FOLDER: folder },
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`Stryker ended with ${status}`);
  const report: Report = JSON.parse(readFileSync(join(ROOT, 'mutation.out', `${folder}.json`), 'utf8'));
  return Object.entries(report.files)
    .filter(([file]) => file === `src/${path}` || file.startsWith(`src/${path}/`))
    .flatMap(([file, { source, mutants }]) => mutants.map((found) => mutantOf(file, source, found)));
}

function mutantOf(file: string, source: string, { location, replacement = '', status }: Found): Mutant {
  const { start, end } = location;
  const was = textBetween(source, start, end);
  return { file, line: start.line, was, became: replacement, noticed: NOTICED[status] };
}

function textBetween(source: string, start: Position, end: Position): string {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  // The end first: both may be on one line.
  lines[last] = lines[last]?.slice(0, end.column - 1) ?? '';
  lines[0] = lines[0]?.slice(start.column - 1) ?? '';
  return lines.join('\n');
}
