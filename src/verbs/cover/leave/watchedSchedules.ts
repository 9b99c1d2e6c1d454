import { type Catalog, personScheduleName, type Rotation } from '../../../catalog';
import { type PersonRoster, personRosters, type Span } from '../../../roster';

/** A schedule in PagerDuty: of a rotation, or of a person whom a pipeline pages by name. */
export interface WatchedSchedule extends Pick<Rotation, 'id' | 'name' | 'pipelines'> {
  /** Id of the duty that the rotation fills. @default - a person's own schedule */
  readonly duty?: string;
  /** Whether it is a person's; the cover that a leave names does not apply there. */
  readonly isPersons: boolean;
}

/** Every schedule that can page somebody: rotations first, then people paged by name. */
export function watchedSchedules(catalog: Catalog, span: Span): readonly WatchedSchedule[] {
  return [
    ...catalog.rotations.map((rotation) => ({ ...rotation, isPersons: false })),
    ...personRosters(catalog, span).map(personsSchedule),
  ];
}

/** The schedule of a person whom a pipeline pages by name. */
export function personsSchedule({ id, pipeline, person }: PersonRoster): WatchedSchedule {
  return { id, name: personScheduleName(pipeline, person), pipelines: [pipeline.id], isPersons: true };
}
