import type { Temporal } from 'temporal-polyfill';
import type { Organization, Rotation, RotationVersion } from '../../../../catalog';
import { isBefore, zoneOf } from '../../../../roster';
import { dateText } from '../../../../time/localTime';
import { recurringInstant } from '../../../../time/recurringInstant';
import type { Comparison } from '../comparison';
import type { Warning } from '../diff';
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
  const { at } = rotation.handOff;
  return ({ from }) => isBefore(recurringInstant(from.toPlainDateTime(at), timeZone), asOf);
}

function rewritten(old: Rotation, rotation: Rotation, begun: HasBegun): string[] {
  const fixed = old.versions.filter((version, index) => begun(version) || index + 1 < old.versions.length);
  const changed = fixed.flatMap((version) => {
    const present = rotation.versions.find(({ from }) => from.equals(version.from));
    if (present === undefined) return [`the version from ${dateText(version.from)} was removed`];
    if (orderText(present) === orderText(version)) return [];
    return [
      `the version from ${dateText(version.from)} was edited (${orderText(version)}; now ${orderText(present)})`,
    ];
  });
  const added = rotation.versions
    .filter((version) => begun(version) && !old.versions.some(({ from }) => from.equals(version.from)))
    .map(({ from }) => `a version was added that began on ${dateText(from)}`);
  const turn =
    old.turnDays === rotation.turnDays
      ? []
      : [`the length of a turn was edited (${old.turnDays} days, now ${rotation.turnDays} days)`];
  return [...changed, ...added, ...turn];
}

function orderText({ order }: RotationVersion): string {
  return order.map(({ id }) => id).join(', ');
}
