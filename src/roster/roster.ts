import type { Temporal } from 'temporal-polyfill';
import type { Catalog, Rotation } from '../catalog';
import type { Span } from '../time/span';
import { planningWindow } from './planningWindow';
import { Rosters } from './rosters';
import type { RotationRoster } from './shift';

/** Who stands when in every rotation of the catalog, in the catalog's order, within one window. */
export function rosterOfCatalog(catalog: Catalog, window: Span): readonly RotationRoster[] {
  return rosters(catalog, () => window);
}

/**
 * Who stands when in every rotation of the catalog for the time that is planned
 * for, which each rotation begins with the turn that runs at `asOf`: see `planningWindow`.
 * @param since an earlier instant to begin from, for what is past
 */
export function plannedRosters(
  catalog: Catalog,
  asOf: Temporal.Instant,
  since: Temporal.Instant = asOf,
): readonly RotationRoster[] {
  return rosters(catalog, (rotation) => planningWindow(rotation, catalog.organization, asOf, since));
}

function rosters(catalog: Catalog, windowOf: (rotation: Rotation) => Span): readonly RotationRoster[] {
  const all = new Rosters(catalog);
  return catalog.rotations.map((rotation) => all.of(rotation, windowOf(rotation)));
}
