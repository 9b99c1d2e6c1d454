import { didYouMean } from '../../text/nearest';
import type { PipelineRotation } from '../model/pipeline';
import type { Rotation } from '../model/rotation';
import { rotation as rotationSchema, rotations as rotationsSchema } from '../schema/rotation';
import { checkIdleTurns } from './idleTurns';
import { isUnknown, type Known, reportUnknown } from './known';
import { openYaml } from './openYaml';
import type { PipelineFacts } from './pipelineFacts';
import type { Reading } from './reading';
import { namedOffice } from './readOffices';
import type { OrganizationFacts } from './readOrganization';
import { handOffOf, hoursOf, readVersions } from './readVersions';
import { checkUniqueNames } from './uniqueNames';
import type { YamlFile } from './yamlFile';

/** The contents of `rotations.yaml`. */
export interface Rotations {
  readonly rotations: readonly Rotation[];
  /** The rotations of each pipeline, sorted by duty, then in the order of the file. */
  readonly rotationsOf: ReadonlyMap<string, readonly PipelineRotation[]>;
  /** Every rotation of the file by its id. */
  readonly known: Known<Rotation>;
  /** False if a part of the file cannot be read, so that it is unknown which pipelines have no rotation. */
  readonly complete: boolean;
}

/** Reads `rotations.yaml`. */
export function readRotations(
  reading: Reading,
  facts: OrganizationFacts,
  pipelines: Known<PipelineFacts>,
): Rotations {
  const file = openYaml(reading, 'rotations.yaml', '{}');
  if (file === undefined) {
    return { rotations: [], rotationsOf: new Map(), known: undefined, complete: false };
  }
  const whole = file.read(rotationsSchema);
  const rotations: Rotation[] = [];
  const served = new Map<string, PipelineRotation[]>();
  const entries = file.mapEntries(rotationSchema, [], whole);
  let complete = entries !== undefined;
  for (const [id, { path, value }] of entries ?? []) {
    const ids = file.peek(rotationSchema.shape.pipelines, [...path, 'pipelines']);
    const duty = dutyAt(reading, file, id, facts);
    if (ids === undefined || duty === undefined) complete = false;
    else {
      checkServed(reading, file, id, ids, pipelines);
      for (const each of ids) served.set(each, [...(served.get(each) ?? []), { id, duty }]);
    }
    if (value === undefined) continue;
    const office = namedOffice(reading, file, [...path, 'office'], value.office, facts.offices);
    const handOff = handOffOf(value.handOff, facts.handOff);
    const versions = readVersions(reading, file, id, value, { ...facts, handOff });
    const { name, turn, hours } = value;
    if (duty === undefined || handOff === undefined) continue;
    if (value.office !== undefined && office === undefined) continue;
    const rotation: Rotation = {
      id,
      name,
      pipelines: value.pipelines,
      duty,
      ...(office && { office }),
      handOff,
      ...(hours && { hours: hoursOf(hours) }),
      turnDays: turn,
      versions,
      source: file.keyAt(path),
    };
    checkIdleTurns(reading, rotation);
    rotations.push(rotation);
  }
  checkUniqueNames(
    reading.problems,
    rotations.map(({ id, name }) => ({ name, location: file.at([id, 'name']) })),
    'object',
  );
  const read = new Map(rotations.map((rotation) => [rotation.id, rotation]));
  const known = entries && new Map([...entries.keys()].map((id) => [id, read.get(id)]));
  return { rotations, rotationsOf: byDuty(served, facts.duties ?? []), known, complete };
}

/** The duty of a rotation, by default the first; undefined if it cannot be read, which is reported (DUTY001). */
function dutyAt(
  reading: Reading,
  file: YamlFile,
  rotation: string,
  { duties }: OrganizationFacts,
): string | undefined {
  if (duties === undefined) return undefined;
  const path = [rotation, 'duty'];
  if (file.raw(path) === undefined) return duties[0];
  const duty = file.peek(rotationSchema.shape.duty, path);
  if (duty === undefined || duties.includes(duty)) return duty;
  reading.problems.error(file.at(path), {
    code: 'DUTY001',
    message: 'unknown duty',
    value: duty,
    wayOut: didYouMean(duty, duties, 'duties'),
  });
  return undefined;
}

function byDuty(
  served: ReadonlyMap<string, readonly PipelineRotation[]>,
  duties: readonly string[],
): ReadonlyMap<string, readonly PipelineRotation[]> {
  const order = ({ duty }: PipelineRotation) => duties.indexOf(duty);
  return new Map([...served].map(([id, all]) => [id, [...all].sort((a, b) => order(a) - order(b))]));
}

/** Checks that each served pipeline exists and is on call. */
function checkServed(
  reading: Reading,
  file: YamlFile,
  rotation: string,
  served: readonly string[],
  pipelines: Known<PipelineFacts>,
): void {
  served.forEach((id, index) => {
    const location = file.at([rotation, 'pipelines', index]);
    if (isUnknown(id, pipelines)) {
      const reference = { code: 'ROTA001', id, noun: 'pipeline', nouns: 'pipelines' } as const;
      reportUnknown(reading.problems, location, reference, pipelines);
    }
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
