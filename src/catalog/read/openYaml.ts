import type { Reading } from './reading';
import { readText } from './readText';
import { YamlFile } from './yamlFile';

/**
 * Opens a YAML file of the data.
 * @param empty what an intentionally empty file contains, e.g. `[]`
 * @returns undefined if there is nothing to read, which is reported
 */
export function openYaml(reading: Reading, path: string, empty?: string): YamlFile | undefined {
  const text = readText(reading, path);
  if (text === undefined) return undefined;
  const file = new YamlFile(reading, path, text);
  if (file.root === undefined) return undefined;
  if (file.root !== null) return file;
  reading.problems.error(reading.at(path), {
    code: 'FILE003',
    message: 'the file is empty',
    wayOut: empty === undefined ? 'write its keys, or restore it' : `write ${empty} if there are no entries`,
  });
  return undefined;
}
