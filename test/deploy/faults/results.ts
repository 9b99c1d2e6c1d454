import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What came of each fault of one deploy, by the call and by the fault: `same deploy`, or what
 * it took afterwards and the codes of the advice, e.g. `next deploy DEPL106`.
 */
export type Results = Readonly<Record<string, Readonly<Record<string, string>>>>;

const fileOf = (id: string) => join(__dirname, 'results', `${id}.json`);

/** What `npm run test:faults` found the last time; committed. */
export function readResults(id: string): Results {
  const path = fileOf(id);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Results) : {};
}

/** Puts one result there, at once: a run that is interrupted loses nothing. */
export function noteResult(id: string, call: string, what: string, word: string): void {
  const results = readResults(id);
  const changed: Results = { ...results, [call]: { ...results[call], [what]: word } };
  writeFileSync(fileOf(id), `${JSON.stringify(changed, undefined, 2)}\n`);
}
