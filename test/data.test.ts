import { resolve } from 'node:path';
import { type DataFiles, formatDiagnostic, loadCatalog, readDataDirectory } from '../src/catalog';
import { suiteUnless } from './suite';
import { XYZ_TECH } from './xyzTech';

const data = readDataDirectory(resolve(__dirname, '../data'));
const { catalog, diagnostics } = loadCatalog(data, 'data');

const texts = (files: DataFiles) =>
  Object.fromEntries([...files].map(([name, bytes]) => [name, Buffer.from(bytes).toString()]));

test("data/ has no errors, whoever's it is", () => {
  expect(diagnostics.filter(({ severity }) => severity === 'error').map(formatDiagnostic)).toEqual([]);
});

const another = catalog?.organization.name === 'XYZ Tech' ? undefined : "data/ is another team's";
suiteUnless(another, "while data/ is XYZ Tech's", () => {
  test('the tests stand on a copy of it', () => {
    expect(texts(readDataDirectory(XYZ_TECH))).toEqual(texts(data));
  });
});
