import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The project's folder. */
export const ROOT = resolve(__dirname, '../..');

/** A fenced block of a Markdown file. */
export interface Block {
  /** What stands behind the opening fence, e.g. `yaml append data/rotations.yaml`. */
  readonly info: string;
  readonly text: string;
  /** Line of the opening fence, counted from 1. */
  readonly line: number;
}

/** The fenced blocks of a file of the project, in order. */
export function blocksOf(file: string): Block[] {
  const source = readFileSync(join(ROOT, file), 'utf8');
  return [...source.matchAll(/^```(.*)\n((?:(?!```).*\n)*)```$/gm)].map((match) => ({
    info: match[1] ?? '',
    text: match[2] ?? '',
    line: source.slice(0, match.index).split('\n').length,
  }));
}
