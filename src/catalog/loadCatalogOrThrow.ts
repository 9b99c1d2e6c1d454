import type { DataFiles } from './dataFiles';
import { CatalogError } from './diagnostic';
import { loadCatalog } from './loadCatalog';
import type { Catalog } from './model/catalog';

/**
 * Like {@link loadCatalog}, for callers that cannot go on without a catalog.
 * @throws CatalogError with every diagnostic, if the data has errors
 */
export function loadCatalogOrThrow(files: DataFiles, label: string): Catalog {
  const { catalog, diagnostics } = loadCatalog(files, label);
  if (catalog === undefined) throw new CatalogError(diagnostics);
  return catalog;
}
