import { type DataFiles, DIAGNOSTIC_CODES, loadCatalog } from '../../src/catalog';
import { REAL_DATA } from '../catalog/changedData';
import { mutated } from './mutations';
import { seededRandom } from './seededRandom';
import { vendorComplaints } from './vendorRules';

const { LONG }: { readonly LONG: boolean } = require('../form.js');

const MUTANTS = LONG ? 10_000 : 1000;
const SEED = 20261123;

test(`${MUTANTS} mutants of the data: no stack trace, sound diagnostics, and what is accepted obeys the vendors`, () => {
  const random = seededRandom(SEED);
  let accepted = 0;
  const codes = new Set<string>();
  loadCatalog(REAL_DATA, 'data');
  for (let mutant = 0; mutant < MUTANTS; mutant += 1) {
    const { files, what } = mutated(REAL_DATA, random);
    const complaints = complaintsOf(files, codes);
    if (complaints.length > 0) throw new Error(`mutant ${mutant} (${what}): ${complaints.join('; ')}`);
    if (complaints.accepted) accepted += 1;
  }
  expect(accepted).toBeGreaterThan(MUTANTS / 20);
  expect(accepted).toBeLessThan(MUTANTS / 1.2);
  expect(codes.size).toBeGreaterThan(40);
}, 300_000);

function complaintsOf(files: DataFiles, codes: Set<string>): string[] & { accepted?: boolean } {
  const { catalog, diagnostics } = loadCatalog(files, 'data');
  const complaints: string[] & { accepted?: boolean } = [];
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  if ((catalog === undefined) !== errors > 0)
    complaints.push(`${errors} errors, and a catalog or none all the same`);
  for (const { code, location, message, wayOut, value } of diagnostics) {
    codes.add(code);
    const { file, line, column } = location;
    if (!Object.hasOwn(DIAGNOSTIC_CODES, code)) complaints.push(`unknown code ${code}`);
    if (message === '' || wayOut === '') complaints.push(`${code} says nothing`);
    if ([...(value ?? '')].length > 60)
      complaints.push(`${code} shows a value of ${value?.length} characters`);
    const bytes = files.get(file.replace('data/', ''));
    const lines = bytes === undefined ? 1 : Buffer.from(bytes).toString('latin1').split('\n').length;
    if (!file.startsWith('data') || line < 1 || line > lines || column < 1) {
      complaints.push(`${code} at ${file}:${line}:${column}, which is no place`);
    }
  }
  if (catalog !== undefined) {
    complaints.push(...vendorComplaints(catalog));
    complaints.accepted = true;
  }
  return complaints;
}
