import type { Reading } from './reading';
import { readText } from './readText';
import { YamlFile } from './yamlFile';

/**
 * A YAML file of the data; undefined where there is nothing to read, which is reported.
 * @param empty what to write where there is nothing to say, e.g. `[]`
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
    wayOut:
      empty === undefined ? 'write its keys, or restore it' : `write ${empty} if there is nothing to say`,
  });
  return undefined;
}
