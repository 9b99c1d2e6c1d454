import type { Rotation } from '../model/rotation';
import { rotation as rotationSchema, rotations as rotationsSchema } from '../schema/rotation';
import { isUnknown, type Known, reportUnknown } from './known';
import { openYaml } from './openYaml';
import type { Reading } from './reading';
import type { OrganizationFacts } from './readOrganization';
import type { PipelineFacts } from './readPipelines';
import { readVersions } from './readVersions';
import { checkUniqueNames } from './uniqueNames';
import type { YamlFile } from './yamlFile';

/** What `rotations.yaml` says. */
export interface Rotations {
  readonly rotations: readonly Rotation[];
  /** Id of the rotation of each pipeline. */
  readonly rotationOf: ReadonlyMap<string, string>;
  /** False where a part of the file cannot be read, so that nobody can tell which pipelines have none. */
  readonly complete: boolean;
}

/** Reads `rotations.yaml`. */
export function readRotations(
  reading: Reading,
  facts: OrganizationFacts,
  pipelines: Known<PipelineFacts>,
): Rotations {
  const file = openYaml(reading, 'rotations.yaml', '{}');
  if (file === undefined) return { rotations: [], rotationOf: new Map(), complete: false };
  const whole = file.read(rotationsSchema);
  const rotations: Rotation[] = [];
  const rotationOf = new Map<string, string>();
  const entries = file.mapEntries(rotationSchema, [], whole);
  let complete = entries !== undefined;
  for (const [id, { path, value }] of entries ?? []) {
    const served = file.peek(rotationSchema.shape.pipelines, [...path, 'pipelines']);
    if (served === undefined) complete = false;
    else checkServed(reading, file, id, served, pipelines, rotationOf);
    if (value === undefined) continue;
    const versions = readVersions(reading, file, id, value, facts);
    const { name, turn } = value;
    rotations.push({
      id,
      name,
      pipelines: value.pipelines,
      turnDays: turn,
      versions,
      source: file.keyAt(path),
    });
  }
  checkUniqueNames(
    reading.problems,
    rotations.map(({ id, name }) => ({ name, location: file.at([id, 'name']) })),
    'object',
  );
  return { rotations, rotationOf, complete };
}

/** Each pipeline is on call, and in one rotation. */
function checkServed(
  reading: Reading,
  file: YamlFile,
  rotation: string,
  served: readonly string[],
  pipelines: Known<PipelineFacts>,
  rotationOf: Map<string, string>,
): void {
  served.forEach((id, index) => {
    const location = file.at([rotation, 'pipelines', index]);
    if (isUnknown(id, pipelines)) {
      const reference = { code: 'ROTA001', id, noun: 'pipeline', nouns: 'pipelines' } as const;
      reportUnknown(reading.problems, location, reference, pipelines);
    }
    const other = rotationOf.get(id);
    if (other !== undefined) {
      reading.problems.error(location, {
        code: 'ROTA006',
        message: `this pipeline is already in the rotation ${other}`,
        value: id,
        wayOut: 'keep it in one of the two',
      });
      return;
    }
    rotationOf.set(id, rotation);
    if (pipelines?.get(id)?.coverage === 'office-hours') {
      reading.problems.error(location, {
        code: 'ROTA007',
        message: 'nobody is on call for an office-hours pipeline',
        value: id,
        wayOut: 'remove it here, or write coverage: on-call in pipelines.yaml',
      });
    }
  });
}

/** Reports on-call pipelines for which nobody stands watch. */
export function checkEveryOnCallPipelineRotates(
  reading: Reading,
  pipelines: Known<PipelineFacts>,
  { rotationOf, complete }: Rotations,
): void {
  if (!complete) return;
  for (const pipeline of pipelines?.values() ?? []) {
    if (pipeline?.coverage !== 'on-call' || rotationOf.has(pipeline.id)) continue;
    reading.problems.error(pipeline.source, {
      code: 'PIPE003',
      message: 'this on-call pipeline is in no rotation',
      value: pipeline.id,
      wayOut: 'add it to the pipelines of a rotation in rotations.yaml, or write coverage: office-hours',
    });
  }
}
