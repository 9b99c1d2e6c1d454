import type { FastifyInstance } from 'fastify';
import type { SandboxContext } from '../context';
import { pageOf, queryText, textBody } from './body';
import { readEntity, refOf } from './entityDocument';
import { newUuid, timestamp } from './identity';
import { jsonApiRefusal } from './refusal';
import type { DatadogState, DdEntity } from './state';

const PATH = '/v2/catalog/entity';

/**
 * Software Catalog entries. Posting one with the kind, namespace and name of another replaces it.
 * @see https://docs.datadoghq.com/api/latest/software-catalog/
 */
export function registerCatalogEntities(app: FastifyInstance, context: SandboxContext): void {
  const { datadog } = context.state;
  app.post(PATH, async ({ body }, reply) => {
    const raw = textBody(body);
    const { kind, metadata } = readEntity(raw);
    const ref = { kind, namespace: metadata.namespace ?? 'default', name: metadata.name };
    const entity = upserted(datadog, ref, raw, timestamp(context.clock()));
    context.changed();
    const answer = { data: [dataOf(entity, 'schema')], meta: { count: 1, includeCount: 1 } };
    return reply.code(202).send({ ...answer, included: [includedOf(entity, 'schema')] });
  });
  app.get(PATH, async ({ query, url }, reply) => {
    const wanted = {
      ref: queryText(query, 'filter[ref]'),
      name: queryText(query, 'filter[name]'),
      kind: queryText(query, 'filter[kind]'),
    };
    const found = datadog.entities.filter(
      (entity) =>
        (wanted.ref ?? refOf(entity)) === refOf(entity) &&
        (wanted.name ?? entity.name) === entity.name &&
        (wanted.kind ?? entity.kind) === entity.kind,
    );
    const shown = pageOf(found, query);
    const what = includedSchema(queryText(query, 'include'));
    const included = what === undefined ? [] : shown.map((entity) => includedOf(entity, what));
    return reply.type('application/vnd.api+json').send(
      JSON.stringify({
        data: shown.map((entity) => dataOf(entity, what)),
        meta: { count: found.length, includeCount: included.length },
        links: { self: url },
        ...(included.length === 0 ? {} : { included }),
      }),
    );
  });
  // An entity's reference contains a slash.
  app.delete<{ Params: { '*': string } }>(`${PATH}/*`, async ({ params }, reply) => {
    const entity = datadog.entities.find((each) => refOf(each) === params['*'] || each.id === params['*']);
    if (entity === undefined) throw jsonApiRefusal(404, 'Not Found', `entity ${params['*']} not found`);
    datadog.entities = datadog.entities.filter((each) => each !== entity);
    context.changed();
    return reply.code(204).send();
  });
}

function upserted(
  datadog: DatadogState,
  ref: Pick<DdEntity, 'kind' | 'namespace' | 'name'>,
  raw: string,
  now: string,
): DdEntity {
  const existing = datadog.entities.find((each) => refOf(each) === refOf(ref));
  if (existing !== undefined) return Object.assign(existing, { raw, modified: now });
  const entity = { id: newUuid(datadog), ...ref, raw, created: now, modified: now };
  datadog.entities.push(entity);
  return entity;
}

type Schema = 'schema' | 'rawSchema';

function includedSchema(include: string | undefined): Schema | undefined {
  const wanted = include?.split(',') ?? [];
  if (wanted.includes('raw_schema')) return 'rawSchema';
  return wanted.includes('schema') ? 'schema' : undefined;
}

function dataOf({ raw, created, modified, ...entity }: DdEntity, schema: Schema | undefined) {
  const { metadata, apiVersion } = readEntity(raw);
  const { displayName, owner, tags = [] } = metadata;
  const relation = { [schema ?? '']: { data: { id: entity.id, type: schema } } };
  return {
    id: entity.id,
    type: 'entity',
    attributes: { ...entity, apiVersion, displayName, owner, tags },
    ...(schema === undefined ? {} : { relationships: relation }),
    meta: { createdAt: created, modifiedAt: modified, ingestionSource: 'api' },
  };
}

function includedOf({ id, raw, namespace, created, modified }: DdEntity, schema: Schema) {
  if (schema === 'rawSchema') {
    return { id, type: schema, attributes: { rawSchema: Buffer.from(raw).toString('base64') } };
  }
  const { metadata, ...document } = readEntity(raw);
  const managed = { ingestionSource: 'api', createdAt: created, modifiedAt: modified };
  return {
    id,
    type: schema,
    attributes: { schema: { ...document, metadata: { namespace, ...metadata, managed } } },
  };
}
