import type { Temporal } from 'temporal-polyfill';
import type { Person } from '../../../catalog';
import { badgeClasses, lookOf } from '../../../pictures';
import { type Shift, zoneOf } from '../../../roster';
import type { SiteRotation, SiteView } from '../view';

/**
 * A shift as the script reads it: from, until (seconds since 1970), who, and for whom they cover
 * (positions in the list of people).
 */
type LiveShift = readonly [from: number, until: number, who: number, covered: number];

/** Stands for nobody who is covered: it is the person's own turn, or everybody is away. */
const OWN_TURN = -1;
const CLASH = -2;

/**
 * The data with which the script of a page brings `dutyPart` up to date.
 * @param root the relative path to the site's folder
 */
export function liveData(rotations: readonly SiteRotation[], view: SiteView, root: string): object {
  const { organization } = view.catalog;
  const people: Person[] = [];
  const placeOf = (person: Person) => {
    const known = people.indexOf(person);
    return known < 0 ? people.push(person) - 1 : known;
  };
  const shift = ({ from, until, onDuty, rostered, reason }: Shift): LiveShift => {
    const covered = reason === 'cover' ? placeOf(rostered) : reason === 'clash' ? CLASH : OWN_TURN;
    return [seconds(from), seconds(until), placeOf(onDuty), covered];
  };
  const live = rotations.map((each) => {
    const zone = zoneOf(each.rotation, organization);
    return [
      each.rotation.id,
      { ...(zone !== organization.timeZone && { zone }), shifts: each.whole.map(shift) },
    ];
  });
  return {
    at: seconds(view.at),
    from: seconds(view.window.from),
    horizon: seconds(view.window.until),
    zone: organization.timeZone,
    root,
    rotations: Object.fromEntries(live),
    people: people.map((person) => livePerson(person, view)),
  };
}

/** Id, name, and the initials and classes of the badge. */
function livePerson({ id, name }: Person, { looks }: SiteView): readonly string[] {
  const look = lookOf(looks, id);
  return [id, name, look.initials, badgeClasses(look)];
}

function seconds(at: Temporal.Instant): number {
  return Math.floor(at.epochMilliseconds / 1000);
}
