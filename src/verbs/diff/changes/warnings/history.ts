import type { Temporal } from 'temporal-polyfill';
import { type Organization, type Rotation, type RotationVersion, versionShape } from '../../../../catalog';
import { isBefore, zoneOf } from '../../../../roster';
import { counted } from '../../../../text/counted';
import { dateText } from '../../../../time/localTime';
import { recurringInstant } from '../../../../time/recurringInstant';
import type { Comparison } from '../comparison';
import type { Warning } from '../diff';
import { hoursWords } from '../weeklyHours';
import { rotationText } from './phrases';

/**
 * Edited, removed or added versions that have begun or that another version follows: afterwards
 * the data no longer says who was on call when (DIFF006). The last version may be edited until
 * it begins.
 */
export function historyWarnings(comparison: Comparison): Warning[] {
  const { before, after, window } = comparison;
  return after.catalog.rotations.flatMap((rotation) => {
    const old = before.catalog.rotations.find(({ id }) => id === rotation.id);
    if (old === undefined) return [];
    const begun = hasBegun(old, before.catalog.organization, window.from);
    return rewritten(old, rotation, begun).map((text) => ({
      code: 'DIFF006' as const,
      message: `${rotationText(comparison, rotation.id)}: ${text}; add a version at the end instead`,
    }));
  });
}

type HasBegun = (version: RotationVersion) => boolean;

function hasBegun(rotation: Rotation, organization: Organization, asOf: Temporal.Instant): HasBegun {
  const timeZone = zoneOf(rotation, organization);
  return (version) => {
    const { at } = versionShape(rotation, version).handOff;
    return isBefore(recurringInstant(version.from.toPlainDateTime(at), timeZone), asOf);
  };
}

function rewritten(old: Rotation, rotation: Rotation, begun: HasBegun): string[] {
  const fixed = old.versions.filter((version, index) => begun(version) || index + 1 < old.versions.length);
  const changed = fixed.flatMap((version) => {
    const present = rotation.versions.find(({ from }) => from.equals(version.from));
    if (present === undefined) return [`the version from ${dateText(version.from)} was removed`];
    if (isSame(version, present, old, rotation)) return [];
    return [
      `the version from ${dateText(version.from)} was edited (${versionText(version)}; now ${versionText(present)})`,
    ];
  });
  const added = rotation.versions
    .filter((version) => begun(version) && !old.versions.some(({ from }) => from.equals(version.from)))
    .map(({ from }) => `a version was added that began on ${dateText(from)}`);
  const inherits = fixed.some(
    ({ from, turnDays }) =>
      turnDays === undefined &&
      rotation.versions.some((each) => each.from.equals(from) && each.turnDays === undefined),
  );
  const turn =
    old.turnDays === rotation.turnDays || !inherits
      ? []
      : [`the length of a turn was edited (${old.turnDays} days, now ${rotation.turnDays} days)`];
  return [...changed, ...added, ...turn];
}

/** True if a version says the same by itself, or together with its rotation. */
function isSame(
  version: RotationVersion,
  present: RotationVersion,
  old: Rotation,
  rotation: Rotation,
): boolean {
  const whole = (of: Rotation, each: RotationVersion) => versionText({ ...each, ...versionShape(of, each) });
  return versionText(version) === versionText(present) || whole(old, version) === whole(rotation, present);
}

/** A version's order and what it states itself. */
function versionText({ order, turnDays, handOff, hours }: RotationVersion): string {
  return [
    order.map(({ id }) => id).join(', '),
    ...(turnDays === undefined ? [] : [`turns of ${counted(turnDays, 'day')}`]),
    ...(handOff === undefined ? [] : [`handed off at ${handOff.at.toString({ smallestUnit: 'minute' })}`]),
    ...(hours === undefined ? [] : [hoursWords(hours)]),
  ].join('; ');
}
