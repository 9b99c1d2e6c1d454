import type { FastifyInstance } from 'fastify';
import { Temporal } from 'temporal-polyfill';
import type { SandboxContext } from '../context';
import { jsonBody, pageOf, queryText } from './body';
import { ChangedDowntime, NewDowntime } from './downtimeBody';
import { changedDowntime, downtimeAnswer, duplicatesOf, INCLUDED } from './downtimeRecord';
import { downtimeStatus } from './downtimeStatus';
import { newUuid, timestamp } from './identity';
import { notFound } from './refusal';
import type { DdDowntime } from './state';

type ById = { Params: { id: string } };

/** How long Datadog lists a canceled downtime. */
const LISTED = { hours: 48 };

/**
 * Downtimes of the v2 API, one-time and recurring.
 * @see https://docs.datadoghq.com/api/latest/downtimes/
 */
export function registerDowntimes(app: FastifyInstance, context: SandboxContext): void {
  const { datadog } = context.state;
  const listed = () => datadog.downtimes.filter((each) => isListed(each, context.clock()));
  const downtimeOf = (id: string) => listed().find((each) => each.id === id);
  app.post('/v2/downtime', async ({ body }) => {
    const now = context.clock();
    const { attributes } = jsonBody(body, NewDowntime).data;
    const fields = changedDowntime(attributes, now);
    duplicatesOf(fields, datadog.downtimes, now);
    const stamp = timestamp(now);
    const downtime = { id: newUuid(datadog), ...fields, created: stamp, modified: stamp, canceled: null };
    datadog.downtimes.push(downtime);
    context.changed();
    return { data: downtimeAnswer(downtime, now), included: INCLUDED };
  });
  app.get('/v2/downtime', async ({ query }) => {
    const now = context.clock();
    const isCurrentOnly = queryText(query, 'current_only') === 'true';
    const found = listed().filter((each) => !isCurrentOnly || downtimeStatus(each, now) === 'active');
    return {
      data: pageOf(found, query).map((each) => downtimeAnswer(each, now)),
      meta: { page: { total_filtered_count: found.length } },
    };
  });
  app.get<ById>('/v2/downtime/:id', async ({ params }) => {
    const downtime = downtimeOf(params.id);
    if (downtime === undefined) throw notFound('Downtime not found');
    return { data: downtimeAnswer(downtime, context.clock()) };
  });
  app.patch<ById>('/v2/downtime/:id', async ({ params, body }) => {
    const downtime = downtimeOf(params.id);
    if (downtime === undefined || downtime.canceled !== null) throw notFound('Downtime not found');
    const now = context.clock();
    const fields = changedDowntime(jsonBody(body, ChangedDowntime).data.attributes, now, downtime);
    Object.assign(downtime, fields, { modified: timestamp(now) });
    context.changed();
    return { data: downtimeAnswer(downtime, now), included: INCLUDED };
  });
  app.delete<ById>('/v2/downtime/:id', async ({ params }, reply) => {
    const downtime = downtimeOf(params.id);
    if (downtime === undefined || downtime.canceled !== null) {
      throw notFound(`Downtime ${params.id} not found`);
    }
    downtime.canceled = timestamp(context.clock());
    context.changed();
    return reply.code(204).send();
  });
}

function isListed({ canceled }: DdDowntime, now: Temporal.Instant): boolean {
  if (canceled === null) return true;
  return Temporal.Instant.compare(Temporal.Instant.from(canceled).add(LISTED), now) > 0;
}
