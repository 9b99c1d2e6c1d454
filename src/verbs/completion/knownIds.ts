import { loadCatalog, readDataDirectory } from '../../catalog';
import type { Io } from '../../cli/io';
import { dataFolder } from '../../cli/session';

/** Which ids to list. */
export type Known =
  | { readonly noun: 'person' | 'pipeline' }
  | { readonly noun: 'alert'; readonly pipeline: string };

/** Ids of the team's data with their names; none if the data cannot be read, since pressing Tab should not print errors. */
export function knownIds(
  known: Known,
  data: string | undefined,
  env: Io['env'],
): readonly { readonly word: string; readonly description: string }[] {
  const folder = dataFolder(data === undefined ? {} : { data }, { env });
  const { catalog } = loadCatalog(readDataDirectory(folder), folder);
  if (catalog === undefined) return [];
  if (known.noun === 'alert') {
    const pipeline = catalog.pipelines.find(({ id }) => id === known.pipeline);
    const rules = pipeline?.runbook?.alerts ?? [];
    return rules.map(({ id, section }) => ({ word: id, description: section.title }));
  }
  const entities = known.noun === 'person' ? catalog.people : catalog.pipelines;
  return entities.map(({ id, name }) => ({ word: id, description: name }));
}
