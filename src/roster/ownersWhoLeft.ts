import type { Temporal } from 'temporal-polyfill';
import type { Catalog, Diagnostic, Owner, Pipeline } from '../catalog';
import { dateText } from '../time/localTime';
import { isBefore } from '../time/span';
import { goneFrom } from './left';
import { zoneOf } from './zoneOf';

/**
 * Reports owners who have left or will leave (PIPE007): an error if it is before the horizon, as
 * alerts would reach nobody; otherwise a warning, so that the error does not come unannounced.
 */
export function ownerProblems(catalog: Catalog, horizon: Temporal.Instant): Diagnostic[] {
  return catalog.pipelines.flatMap((pipeline) =>
    (['primary', 'secondary'] as const).flatMap((key) =>
      ownerProblem(pipeline, key, pipeline[key], catalog, horizon),
    ),
  );
}

function ownerProblem(
  pipeline: Pipeline,
  key: 'primary' | 'secondary',
  owner: Owner,
  { organization }: Catalog,
  horizon: Temporal.Instant,
): Diagnostic[] {
  if (owner.kind === 'team') return [];
  const { id, name } = owner.person;
  const gone = goneFrom(owner.person, organization);
  if (gone === undefined) return [];
  const left = gone.toZonedDateTimeISO(zoneOf(owner.person, organization));
  return [
    {
      code: 'PIPE007',
      severity: isBefore(gone, horizon) ? 'error' : 'warning',
      location: pipeline.source,
      message: `${name}, the ${key} owner of "${pipeline.name}", has left by ${dateText(left)}`,
      value: id,
      wayOut: `name another ${key} owner in pipelines.yaml`,
    },
  ];
}
