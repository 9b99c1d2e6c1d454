import fc from 'fast-check';
import { planningWindow } from '../../../src/roster';
import { feedsOf } from '../../../src/verbs/calendar/feedsOf';
import { feedText } from '../../../src/verbs/calendar/feedText';
import { catalogOf, present } from '../../roster/fixture';
import { cases, DAYS } from '../../roster/randomCase';
import { instants, instantsOf, parsed } from './parsed';

const SEED = { seed: 20261123, numRuns: 60 };

test('the events of a rotation fill the planned time, as another parser reads them, each under its own UID', () => {
  fc.assert(
    fc.property(cases, fc.integer({ min: 0, max: 13 }), ({ spec, begin }, day) => {
      const catalog = catalogOf({ ...spec, horizonDays: DAYS - 14 });
      const { timeZone } = catalog.organization;
      const rotation = present(catalog.rotations[0]);
      const asOf = begin.add({ days: day }).toZonedDateTime(timeZone).toInstant();
      const feeds = feedsOf(catalog, asOf);
      const feed = present(feeds.find(({ kind }) => kind === 'rotations'));
      const text = feedText(feed, { asOf, timeZone });
      const events = parsed(text).events ?? [];
      const since = begin
        .add({ days: day - 28 })
        .toZonedDateTime(timeZone)
        .toInstant();
      const window = planningWindow(rotation, catalog.organization, asOf, since);
      const edges = events.map(instants);
      expect(instantsOf(text)).toEqual(edges);
      // Before the first version nobody stands: the events fill the rest.
      const first = edges[0]?.[0] ?? window.until.toString();
      expect(first >= window.from.toString()).toBe(true);
      expect(edges.at(-1)?.[1] ?? first).toBe(window.until.toString());
      for (const [index, [from]] of edges.entries()) {
        if (index > 0) expect(from).toBe(edges[index - 1]?.[1]);
      }
      expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);

      const people = feeds.filter(({ kind }) => kind === 'people').flatMap((each) => each.events);
      expect(people.map(({ uid }) => uid).sort()).toEqual(feed.events.map(({ uid }) => uid).sort());
    }),
    SEED,
  );
});
