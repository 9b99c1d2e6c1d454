import type { Catalog } from '../../src/catalog';
import type { Timeline } from '../../src/pictures';
import { rosterOfCatalog, type Span } from '../../src/roster';
import { timelineOffices } from '../../src/verbs/site/parts/timelineOffices';

/** Some rotations of a catalog over a time, as the site shows them. */
export function timelineOf(
  catalog: Catalog,
  rotations: readonly string[],
  window: Span,
  title: string,
): Timeline {
  const rostered = rosterOfCatalog(catalog, window)
    .filter(({ rotation }) => rotations.includes(rotation))
    .flatMap((roster) => {
      const rotation = catalog.rotations.find(({ id }) => id === roster.rotation);
      return rotation === undefined ? [] : [{ rotation, roster }];
    });
  return { title, window, people: catalog.people, offices: timelineOffices(catalog, rostered) };
}
