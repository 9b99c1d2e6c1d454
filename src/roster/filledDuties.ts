import type { Catalog, Pipeline, Rotation } from '../catalog';

/** The rotations that fill a duty of pipelines together. */
export interface Filled {
  readonly duty: string;
  /** The first of them: a problem is told at its place and in its zone. */
  readonly rotation: Rotation;
  readonly rotations: readonly Rotation[];
  readonly pipelines: readonly Pipeline[];
}

/** The duties of all pipelines: once for those with the same rotations, in the order of the data. */
export function filledDuties({ pipelines, rotations }: Catalog): readonly Filled[] {
  const found = new Map<string, { duty: string; ids: readonly string[]; pipelines: Pipeline[] }>();
  for (const pipeline of pipelines) {
    for (const duty of new Set(pipeline.rotations.map((each) => each.duty))) {
      const ids = pipeline.rotations.filter((each) => each.duty === duty).map(({ id }) => id);
      const key = [duty, ...ids].join(' ');
      const known = found.get(key);
      if (known !== undefined) known.pipelines.push(pipeline);
      else found.set(key, { duty, ids, pipelines: [pipeline] });
    }
  }
  // A roster catalog may lack pipelines, but it has all rotations.
  const served = new Set([...found.values()].flatMap(({ ids }) => ids));
  const others = rotations.filter(({ id }) => !served.has(id));
  return [
    ...[...found.values()].flatMap(({ duty, ids, pipelines: all }) => {
      const filling = rotations.filter(({ id }) => ids.includes(id));
      return filling.slice(0, 1).map((rotation) => ({ duty, rotation, rotations: filling, pipelines: all }));
    }),
    ...others.map((rotation) => ({ duty: rotation.duty, rotation, rotations: [rotation], pipelines: [] })),
  ];
}
