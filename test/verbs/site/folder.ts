import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Result, watchbill } from '../../cli/run';

/** Every file below a folder and its text, by path. */
export function filesBelow(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return new Map(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** A folder of the test's own, with `site` in it; removed after the tests. */
export function ownFolder(): { readonly root: string; readonly out: string } {
  const root = mkdtempSync(join(tmpdir(), 'watchbill-site-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  return { root, out: join(root, 'site') };
}

/** Writes a site of XYZ Tech, or of other data, without rehearsed nights: those need a ledger. */
export function written(out: string, ...args: readonly string[]): Promise<Result> {
  return watchbill(['site', '--no-rehearsal', '--out', out, ...args]);
}

/** The attributes of every start tag of a name, in order. */
export function attributesOf(page: string, tag: string): Record<string, string>[] {
  return [...page.matchAll(new RegExp(`<${tag}( [^>]*)?>`, 'g'))].map(([, text = '']) =>
    Object.fromEntries(
      [...text.matchAll(/ ([\w-]+)(?:="([^"]*)")?/g)].map(([, name, value = '']) => [name, value]),
    ),
  );
}
