import type { Temporal } from 'temporal-polyfill';
import type { Catalog, Rotation } from '../catalog';
import type { Span } from '../time/span';
import { planningWindow } from './planningWindow';
import { Rosters } from './rosters';
import type { RotationRoster } from './shift';

/** Who is on call when in every rotation of the catalog, in its order, within one window. */
export function rosterOfCatalog(catalog: Catalog, window: Span): readonly RotationRoster[] {
  return rosters(catalog, () => window);
}

/**
 * Who is on call when in every rotation of the catalog, within the planned time of each; see
 * {@link planningWindow}.
 * @param since an earlier instant to start from, to include the past
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
