import type { Pipeline } from '../../../catalog';
import { ownerId } from '../../../catalog';
import { type Comparison, idsOf } from './comparison';
import type { OwnerChange, Ownership, RotationChange } from './diff';

/** Rotations that appear or disappear. */
export function rotationChanges({ before, after }: Comparison): RotationChange[] {
  const lacks = (rosters: ReadonlyMap<string, unknown>) => (rotation: { readonly id: string }) =>
    !rosters.has(rotation.id);
  const added = after.catalog.rotations.filter(lacks(before.rosters));
  const removed = before.catalog.rotations.filter(lacks(after.rosters));
  return [
    ...added.map((rotation) => ({ rotation, change: 'added' as const })),
    ...removed.map((rotation) => ({ rotation, change: 'removed' as const })),
  ];
}

/** Pipelines that appear, disappear, or change owner, coverage or rotation. */
export function ownerChanges({ before, after }: Comparison): OwnerChange[] {
  return idsOf(after.catalog.pipelines, before.catalog.pipelines).flatMap((pipeline): OwnerChange[] => {
    const was = ownershipOf(before.catalog.pipelines.find(({ id }) => id === pipeline));
    const is = ownershipOf(after.catalog.pipelines.find(({ id }) => id === pipeline));
    if (was === undefined) return is === undefined ? [] : [{ pipeline, change: 'added', after: is }];
    if (is === undefined) return [{ pipeline, change: 'removed', before: was }];
    return equal(was, is) ? [] : [{ pipeline, change: 'changed', before: was, after: is }];
  });
}

function ownershipOf(pipeline: Pipeline | undefined): Ownership | undefined {
  if (pipeline === undefined) return undefined;
  const { primary, secondary, coverage, rotations } = pipeline;
  const rotation = rotations.map(({ id }) => id).join(', ');
  return {
    primary: ownerId(primary),
    secondary: ownerId(secondary),
    coverage,
    ...(rotation === '' ? {} : { rotation }),
  };
}

function equal(a: Ownership, b: Ownership): boolean {
  return (
    a.primary === b.primary &&
    a.secondary === b.secondary &&
    a.coverage === b.coverage &&
    a.rotation === b.rotation
  );
}

/** Whether a pipeline begins or stops paging people at any hour; undefined if neither. */
export function pagingChange({
  before,
  after,
}: Pick<OwnerChange, 'before' | 'after'>): 'begins' | 'ends' | undefined {
  const [was, is] = [before?.coverage === 'on-call', after?.coverage === 'on-call'];
  if (was === is) return undefined;
  return is ? 'begins' : 'ends';
}
