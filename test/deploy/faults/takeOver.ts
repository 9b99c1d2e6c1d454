import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DataFiles } from '../../../src/catalog';
import { main } from '../../../src/main';
import { type ImportEntry, readImports } from '../../../src/state/importsFile';
import { synthesizedStacks } from '../../../src/verbs/synth/synthesizedStacks';
import { TODAY } from '../team';
import type { Account } from './account';

/** What `watchbill adopt` said, and what the next deploy will import. */
export interface Adopted {
  readonly code: number;
  /** Both streams. */
  readonly said: string;
  readonly entries: readonly ImportEntry[];
}

/** Runs `watchbill adopt`, and synthesizes again with what it found. */
export async function takeOver(account: Account, data: DataFiles): Promise<Adopted> {
  const folder = join(account.folder, 'data');
  for (const [name, content] of data) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const path = join(account.folder, 'imports.sandbox.json');
  const said: string[] = [];
  const asOf = TODAY.toInstant();
  const code = await main(['adopt', '--out', path, '--data', folder, '--as-of', asOf.toString()], {
    out: (text) => said.push(text),
    err: (text) => said.push(text),
    env: account.env,
    now: () => asOf,
    synthesize: synthesizedStacks,
  });
  const imports = readImports(path);
  account.synthesize(data, imports);
  return { code, said: said.join(''), entries: imports?.entries ?? [] };
}
