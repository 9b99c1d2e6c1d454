import type { Rotation, RotationVersion } from './rotation';

/** The properties in which a version may differ from its rotation. */
export type VersionShape = Pick<Rotation, 'turnDays' | 'handOff' | 'hours'>;

/** The turn, hand-off and hours of a version: its own, otherwise its rotation's. */
export function versionShape(
  rotation: VersionShape,
  { turnDays = rotation.turnDays, handOff = rotation.handOff, hours = rotation.hours }: RotationVersion,
): VersionShape {
  return { turnDays, handOff, ...(hours && { hours }) };
}

/** True if the rotation, or at least one of its versions, is on call only in hours. */
export function hasHours({ hours, versions }: Pick<Rotation, 'hours' | 'versions'>): boolean {
  return hours !== undefined || versions.some((version) => version.hours !== undefined);
}
