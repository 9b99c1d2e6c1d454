import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { replaceFile } from '../files/replaceFile';
import { UsageError } from '../text/usageError';
import { shown } from '../text/visible';

/** Import ids by stack and Terraform address. */
export type Imports = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What `watchbill adopt` wrote, with each entry's line. */
export interface ImportsFile {
  readonly path: string;
  readonly entries: readonly ImportEntry[];
}

/** One object to adopt. */
export interface ImportEntry {
  /** Name of the stack. */
  readonly stack: string;
  /** Terraform address. */
  readonly address: string;
  /** The id by which Terraform imports it. */
  readonly importId: string;
  /** Its line in the file, from 1. */
  readonly line: number;
}

/**
 * The vendors' ids have no other characters; a template in an id would be evaluated by Terraform.
 */
const importId = z.string().regex(/^[A-Za-z0-9_.:/@-]{1,300}$/, 'write an id of A-Z a-z 0-9 _ . : / @ -');
const address = z.string().regex(/^[a-z][a-z0-9_]*\.[\p{ID_Continue}-]+$/u, 'write a Terraform address');
const schema = z.record(z.string(), z.record(address, importId));

/**
 * The name of the file: a sandbox, whose ids are different, has its own.
 * @param sandbox its address; undefined for the real accounts
 */
export function importsFileName(sandbox: string | undefined): string {
  return sandbox === undefined ? 'imports.json' : 'imports.sandbox.json';
}

/**
 * Reads a file.
 * @returns undefined if there is no such file
 * @throws UsageError if it is malformed
 */
export function readImports(path: string): ImportsFile | undefined {
  if (!existsSync(path)) return undefined;
  const text = readFileSync(path, 'utf8');
  const result = schema.safeParse(json(path, text));
  if (!result.success) {
    const [issue] = result.error.issues;
    const where = (issue?.path ?? []).map((key) => shown(String(key))).join(': ');
    throw new UsageError(
      `${path}: ${where || 'it'} is malformed: ${issue?.message}\n  remove the file, then run npx watchbill adopt again`,
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
 * The file's text: sorted, one object per line, so that a pull request shows what is adopted.
 * @throws Error if an id has characters that no vendor's has
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
    throw new UsageError(`${path} is not valid JSON\n  remove the file, then run npx watchbill adopt again`);
  }
}

/** The line of an address: the first after its stack's name. */
function lineOf(text: string, stack: string, address: string): number {
  const begin = Math.max(text.indexOf(JSON.stringify(stack)), 0);
  const at = text.indexOf(JSON.stringify(address), begin);
  return text.slice(0, Math.max(at, 0)).split('\n').length;
}
