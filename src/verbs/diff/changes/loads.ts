import { common, isBefore, type RotationRoster, type Shift, type Span } from '../../../roster';
import { loadOf, type PersonLoad } from '../../load/load';
import { type Comparison, idsOf, type RosteredSide } from './comparison';
import type { LoadChange } from './diff';

/** What each person carries before and after, for everybody with a changed figure. */
export function loadChanges({ before, after, window }: Comparison): LoadChange[] {
  const [was, is] = [loadsOf(before, window), loadsOf(after, window)];
  return idsOf(after.catalog.people, before.catalog.people).flatMap((id): LoadChange[] => {
    const [old, present] = [was.get(id), is.get(id)];
    const person = (present ?? old)?.person;
    if (person === undefined || figures(old) === figures(present)) return [];
    return [{ person, ...(old && { before: old }), ...(present && { after: present }) }];
  });
}

function loadsOf({ catalog, rosters }: RosteredSide, window: Span): ReadonlyMap<string, PersonLoad> {
  const clipped = [...rosters.values()].map((roster) => clippedTo(window, roster));
  return new Map(loadOf(catalog, clipped).people.map((load) => [load.person.id, load]));
}

function clippedTo(window: Span, roster: RotationRoster): RotationRoster {
  const shifts = roster.shifts
    .map(
      (shift): Shift => ({
        ...shift,
        ...common(shift, window),
      }),
    )
    .filter(({ from, until }) => isBefore(from, until));
  return { ...roster, shifts };
}

/** All figures of a load, to compare; carrying nothing equals being absent from the data. */
function figures(load: PersonLoad | undefined): string {
  if (load === undefined) return figuresText([0, 0, 0, 0, 0, 0, 0, 0, 0]);
  const { turns, onCall, nights, weekendDays, holidays, given, received } = load;
  return figuresText([
    turns,
    onCall.total('seconds'),
    nights,
    weekendDays,
    holidays,
    given.count,
    given.time.total('seconds'),
    received.count,
    received.time.total('seconds'),
  ]);
}

function figuresText(figures: readonly number[]): string {
  return figures.join(' ');
}
