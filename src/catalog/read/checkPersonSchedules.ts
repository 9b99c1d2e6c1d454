import type { Person } from '../model/owner';
import type { Pipeline } from '../model/pipeline';
import type { Rotation } from '../model/rotation';
import { pagerDutyName } from '../schema/text';
import { personScheduleName, personTargets } from '../targets';
import type { Reading } from './reading';

/** Longest name of a PagerDuty schedule, in characters. */
const MAX_LENGTH = 255;

/**
 * Each person paged by name has a PagerDuty schedule of their own per pipeline, named
 * after both: the name must be valid in PagerDuty (TEXT004) and unique (IDEN004).
 */
export function checkPersonSchedules(
  reading: Reading,
  pipelines: readonly Pipeline[],
  rotations: readonly Rotation[],
): void {
  const taken = new Map(rotations.map(({ id, name }) => [name, `rotation ${id}`]));
  for (const pipeline of pipelines) {
    for (const person of personTargets(pipeline)) {
      const name = personScheduleName(pipeline, person);
      const other = taken.get(name);
      if (other === undefined) taken.set(name, `pipeline ${pipeline.id}, ${person.id}`);
      else {
        reading.problems.error(pipeline.source, {
          code: 'IDEN004',
          message: `the schedule of ${person.id} for this pipeline would have the same name as that of ${other}`,
          value: name,
          wayOut: 'rename the pipeline, the person or the rotation',
        });
      }
      checkName(reading, pipeline, person);
    }
  }
}

function checkName(reading: Reading, pipeline: Pipeline, person: Person): void {
  const name = personScheduleName(pipeline, person);
  if (pagerDutyName(MAX_LENGTH).safeParse(name).success) return;
  reading.problems.error(person.source, {
    code: 'TEXT004',
    message: `PagerDuty does not accept this name for the schedule through which ${pipeline.id} reaches ${person.id}`,
    value: name,
    wayOut: "write the person's name without \\ / & < >",
  });
}
