import { readImports } from '../../../state/importsFile';
import type { Choice, Resource } from '../survey';
import { parsedMaps } from './parsedMaps';
import { resolvedMaps } from './resolvedMaps';

/**
 * Which objects are taken over whatever their names, by address: those of `--map`, and those that the
 * file has from an earlier run. A run without `--map` would otherwise lose these, and a deploy would
 * create them a second time.
 * @param file the imports file
 * @throws UsageError if a map says nothing, or the file is malformed
 */
export function choicesOf(
  maps: readonly string[],
  file: string,
  resources: readonly Resource[],
): ReadonlyMap<string, Choice> {
  const before = (readImports(file)?.entries ?? []).map(({ address, importId }): [string, Choice] => [
    address,
    { object: importId, by: 'file' },
  ]);
  const said = [...resolvedMaps(parsedMaps(maps), resources)].map(([address, object]): [string, Choice] => [
    address,
    { object, by: '--map' },
  ]);
  return new Map([...before, ...said]);
}
