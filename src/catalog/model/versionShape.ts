import type { Rotation, RotationVersion } from './rotation';

/** What a version of a rotation goes by. */
export type VersionShape = Pick<Rotation, 'turnDays' | 'handOff' | 'hours'>;

/** The turn, hand-off and hours of a version: its own, otherwise its rotation's. */
export function versionShape(
  rotation: VersionShape,
  { turnDays = rotation.turnDays, handOff = rotation.handOff, hours = rotation.hours }: RotationVersion,
): VersionShape {
  return { turnDays, handOff, ...(hours && { hours }) };
}

/** True if the rotation is on call in hours alone, at least in one of its versions. */
export function hasHours({ hours, versions }: Pick<Rotation, 'hours' | 'versions'>): boolean {
  return hours !== undefined || versions.some((version) => version.hours !== undefined);
}
