import type { Temporal } from 'temporal-polyfill';
import { inert } from '../../alerts';
import type { Catalog } from '../../catalog';
import { horizonOf, isBefore, planningWindow, Rosters } from '../../roster';
import { eventsOf } from './eventsOf';
import type { Feed, ShiftEvent } from './feed';

/** How many past days a feed keeps: people look up past shifts, and are paid for them. */
const PAST_DAYS = 28;

/**
 * A feed per person, per rotation and per on-call pipeline, from the turn that was running four
 * weeks before `asOf` to the horizon. People who are never on call have an empty feed, so that
 * subscribing works from the first day.
 */
export function feedsOf(catalog: Catalog, asOf: Temporal.Instant): readonly Feed[] {
  const { organization } = catalog;
  const { timeZone } = organization;
  const horizon = horizonOf(asOf, organization);
  const since = asOf.toZonedDateTimeISO(timeZone).subtract({ days: PAST_DAYS }).toInstant();
  const rosters = new Rosters(catalog);
  const events = new Map<string, readonly ShiftEvent[]>(
    catalog.rotations.map((rotation) => {
      const { shifts } = rosters.of(rotation, planningWindow(rotation, organization, asOf, since));
      const atEnd = rosters.onDutyAt(rotation, horizon).shift;
      const goesOn = atEnd !== undefined && isBefore(atEnd.from, horizon);
      return [rotation.id, eventsOf(catalog, rotation, { shifts, goesOn })];
    }),
  );
  const all = [...events.values()].flat().sort((a, b) => compare(a, b));
  const title = (name: string) => `On call: ${inert(name)}`;
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

function compare(a: ShiftEvent, b: ShiftEvent): number {
  return Number(a.from.epochNanoseconds - b.from.epochNanoseconds) || (a.uid < b.uid ? -1 : 1);
}
