import type { Temporal } from 'temporal-polyfill';
import { inert } from '../../alerts';
import type { Catalog } from '../../catalog';
import { plannedRosters } from '../../roster';
import { eventsOf } from './eventsOf';
import type { Feed, WatchEvent } from './feed';

/** How many days of the past stay in a feed: a week that is over is still looked up, and paid for. */
const PAST_DAYS = 28;

/**
 * A feed for each person, each rotation, and each pipeline that somebody is on call for, from
 * the turn that ran four weeks before `asOf` to the horizon. Somebody who is never on call has
 * an empty one, so that a subscription works from the first day on.
 */
export function feedsOf(catalog: Catalog, asOf: Temporal.Instant): readonly Feed[] {
  const { timeZone } = catalog.organization;
  const since = asOf.toZonedDateTimeISO(timeZone).subtract({ days: PAST_DAYS }).toInstant();
  const rosters = plannedRosters(catalog, asOf, since);
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
    ...catalog.pipelines.flatMap(({ id, name, rotations }): Feed[] => {
      if (rotations.length === 0) return [];
      const own = rotations.flatMap((rotation) => events.get(rotation.id) ?? []).sort(compare);
      return [{ kind: 'pipelines', id, name: title(name), events: own }];
    }),
  ];
}

function compare(a: WatchEvent, b: WatchEvent): number {
  return Number(a.from.epochNanoseconds - b.from.epochNanoseconds) || (a.uid < b.uid ? -1 : 1);
}
