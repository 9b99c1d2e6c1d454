import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { replaceFile } from '../files/replaceFile';
import { UsageError } from '../text/usageError';
import { shown } from '../text/visible';

/** What an object is imported by, by stack and Terraform address. */
export type Imports = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What `watchbill adopt` wrote, and where each entry stands. */
export interface ImportsFile {
  readonly path: string;
  readonly entries: readonly ImportEntry[];
}

/** One object that is to be adopted. */
export interface ImportEntry {
  readonly stack: string;
  readonly address: string;
  readonly importId: string;
  /** Its line in the file, from 1. */
  readonly line: number;
}

/**
 * Terraform would evaluate a template in an id. None of the vendors' ids has anything
 * but these characters.
 */
const importId = z.string().regex(/^[A-Za-z0-9_.:/@-]{1,300}$/, 'write an id of A-Z a-z 0-9 _ . : / @ -');
const address = z.string().regex(/^[a-z][a-z0-9_]*\.[\p{ID_Continue}-]+$/u, 'write a Terraform address');
const schema = z.record(z.string(), z.record(address, importId));

/**
 * The file of the real accounts, or of a sandbox, whose ids are others.
 * @param sandbox address of the sandbox, where it is one
 */
export function importsFileName(sandbox: string | undefined): string {
  return sandbox === undefined ? 'imports.json' : 'imports.sandbox.json';
}

/**
 * What a file says; none where there is no such file.
 * @throws UsageError where it is malformed
 */
export function readImports(path: string): ImportsFile | undefined {
  if (!existsSync(path)) return undefined;
  const text = readFileSync(path, 'utf8');
  const result = schema.safeParse(json(path, text));
  if (!result.success) {
    const [issue] = result.error.issues;
    const where = (issue?.path ?? []).map((key) => shown(String(key))).join(': ');
    throw new UsageError(
      `${path}: ${where || 'it'} is malformed: ${issue?.message}\n  run npx watchbill adopt again, or remove the file`,
    );
  }
  const entries = Object.entries(result.data).flatMap(([stack, byAddress]) =>
    Object.entries(byAddress).map(([address, importId]) => ({
      stack,
      address,
      importId,
      line: lineOf(text, stack, address),
    })),
  );
  return { path, entries };
}

/**
 * The file's text: sorted, an object a line, so that a pull request shows what is adopted.
 * @throws Error where a vendor's id is none that we know how to write
 */
function importsText(imports: Imports): string {
  const sorted = <T>(record: Readonly<Record<string, T>>): [string, T][] =>
    Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  const all = sorted(schema.parse(imports)).map(([stack, byAddress]) => [
    stack,
    Object.fromEntries(sorted(byAddress)),
  ]);
  return `${JSON.stringify(Object.fromEntries(all), undefined, 2)}\n`;
}

/**
 * Writes the file as a whole.
 * @throws Error if an id has characters that no vendor's has, or the file cannot be written
 */
export function writeImports(path: string, imports: Imports): void {
  replaceFile(path, importsText(imports));
}

function json(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`${path} is no JSON\n  run npx watchbill adopt again, or remove the file`);
  }
}

/** The first line on which the address stands, behind its stack's. */
function lineOf(text: string, stack: string, address: string): number {
  const begin = Math.max(text.indexOf(JSON.stringify(stack)), 0);
  const at = text.indexOf(JSON.stringify(address), begin);
  return text.slice(0, Math.max(at, 0)).split('\n').length;
}
