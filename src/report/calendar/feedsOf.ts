import type { Temporal } from 'temporal-polyfill';
import { inert } from '../../alerts';
import type { Catalog } from '../../catalog';
import { plannedRosters } from '../../roster';
import { eventsOf } from './eventsOf';
import type { Feed, WatchEvent } from './feed';

/**
 * A feed a person, a rotation, and a pipeline that somebody is on call for, from the turn
 * that runs at `asOf` to the horizon. Somebody who never stands has an empty one, so that a
 * subscription works from the first day on.
 */
export function feedsOf(catalog: Catalog, asOf: Temporal.Instant): readonly Feed[] {
  const rosters = plannedRosters(catalog, asOf);
  const events = new Map<string, readonly WatchEvent[]>(
    catalog.rotations.map((rotation) => {
      const roster = rosters.find((each) => each.rotation === rotation.id);
      return [rotation.id, eventsOf(catalog, rotation, roster ?? { shifts: [] })];
    }),
  );
  const all = [...events.values()].flat().sort((a, b) => compare(a, b));
  const title = (name: string) => `On watch: ${inert(name)}`;
  return [
    ...catalog.people.map(({ id, name }): Feed => {
      const own = all.filter(({ onDuty }) => onDuty.id === id);
      return { kind: 'people', id, name: title(name), events: own };
    }),
    ...catalog.rotations.map(({ id, name }): Feed => {
      return { kind: 'rotations', id, name: title(name), events: events.get(id) ?? [] };
    }),
    ...catalog.pipelines.flatMap(({ id, name, rotation }): Feed[] => {
      if (rotation === undefined) return [];
      return [{ kind: 'pipelines', id, name: title(name), events: events.get(rotation) ?? [] }];
    }),
  ];
}

function compare(a: WatchEvent, b: WatchEvent): number {
  return Number(a.from.epochNanoseconds - b.from.epochNanoseconds) || (a.uid < b.uid ? -1 : 1);
}
