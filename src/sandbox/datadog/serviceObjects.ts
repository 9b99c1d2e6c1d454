import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { SandboxContext } from '../context';
import { jsonBody } from './body';
import { badRequest, notFound } from './refusal';
import type { DatadogState, DdServiceObject } from './state';

const PATH = '/v1/integration/pagerduty/configuration/services';
const Service = z.strictObject({ service_name: z.string().min(1), service_key: z.string().min(1) });
const ServiceKey = z.strictObject({ service_key: z.string().min(1) });

/**
 * PagerDuty service objects: the handles and their integration keys, which are never in an answer.
 * @see https://docs.datadoghq.com/api/latest/pagerduty-integration/
 */
export function registerServiceObjects(app: FastifyInstance, context: SandboxContext): void {
  const { datadog } = context.state;
  app.post(PATH, async (request, reply) => {
    const service = jsonBody(request.body, Service);
    const exists = datadog.serviceObjects.some(({ service_name }) => service_name === service.service_name);
    if (exists) throw badRequest('Service already exists');
    datadog.serviceObjects.push(service);
    context.changed();
    return reply.code(201).send({ service_name: service.service_name });
  });
  app.get<{ Params: { name: string } }>(`${PATH}/:name`, async ({ params }) => ({
    service_name: serviceOf(datadog, params.name).service_name,
  }));
  app.put<{ Params: { name: string } }>(`${PATH}/:name`, async ({ params, body }, reply) => {
    Object.assign(serviceOf(datadog, params.name), jsonBody(body, ServiceKey));
    context.changed();
    return reply.code(200).send();
  });
  app.delete<{ Params: { name: string } }>(`${PATH}/:name`, async ({ params }, reply) => {
    const service = serviceOf(datadog, params.name);
    datadog.serviceObjects = datadog.serviceObjects.filter((each) => each !== service);
    context.changed();
    return reply.code(204).send();
  });
}

function serviceOf({ serviceObjects }: DatadogState, name: string): DdServiceObject {
  const service = serviceObjects.find(({ service_name }) => service_name === name);
  if (service === undefined) throw notFound(`Service ${name} not found`);
  return service;
}
