import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { SandboxContext } from '../context';
import { invalid } from './apiError';
import { enveloped, reference } from './body';
import { found, header, newId } from './objects';
import type { PagerDutyState, PdIntegration } from './state';
import { zonedText } from './times';
import { vendorOf } from './vendors';

const TYPES = [
  'events_api_v2_inbound_integration',
  'generic_events_api_inbound_integration',
  'generic_email_inbound_integration',
] as const;

const integrationBody = z.object({
  name: z.string().nullish(),
  type: z.string().nullish(),
  vendor: reference.nullish(),
});

interface IntegrationRoute {
  Params: { service: string; id: string };
}

/** `/services/{service}/integrations`. */
export function integrationRoutes(app: FastifyInstance, context: SandboxContext): void {
  const { pagerduty } = context.state;
  const ofService = ({ service, id }: IntegrationRoute['Params']) => {
    found(pagerduty.services, service);
    return found(
      pagerduty.integrations.filter((each) => each.service === service),
      id,
    );
  };
  app.post<IntegrationRoute>('/services/:service/integrations', async ({ params, body }, reply) => {
    const integration = {
      ...changed(body),
      id: newId(pagerduty),
      service: found(pagerduty.services, params.service).id,
      integration_key: randomBytes(16).toString('hex'),
      created_at: zonedText(context.clock(), 'UTC'),
    };
    pagerduty.integrations.push(integration);
    context.changed();
    return reply.code(201).send({ integration: view(pagerduty, integration) });
  });
  app.get<IntegrationRoute>('/services/:service/integrations/:id', async ({ params }) => ({
    integration: view(pagerduty, ofService(params)),
  }));
  app.put<IntegrationRoute>('/services/:service/integrations/:id', async ({ params, body }) => {
    const integration = ofService(params);
    Object.assign(integration, changed(body, integration));
    context.changed();
    return { integration: view(pagerduty, integration) };
  });
  app.delete<IntegrationRoute>('/services/:service/integrations/:id', async ({ params }, reply) => {
    const integration = ofService(params);
    pagerduty.integrations = pagerduty.integrations.filter((each) => each !== integration);
    context.changed();
    return reply.code(204).send();
  });
}

/** The vendor determines the type; without a vendor, the type must be one that PagerDuty knows. */
function changed(body: unknown, before?: PdIntegration): Pick<PdIntegration, 'name' | 'type' | 'vendor'> {
  const sent = enveloped('integration', integrationBody, body);
  const vendorId = sent.vendor?.id ?? before?.vendor ?? null;
  const vendor = vendorId === null ? undefined : vendorOf(vendorId);
  if (vendorId !== null && vendor === undefined) throw invalid(`Vendor ${vendorId} does not exist`);
  const type = vendor?.generic_service_type ?? sent.type ?? before?.type;
  if (!TYPES.some((known) => known === type)) throw invalid('Type is invalid');
  return {
    name: sent.name ?? before?.name ?? vendor?.name ?? String(type),
    type: String(type),
    vendor: vendorId,
  };
}

function view(state: PagerDutyState, { service, vendor, ...integration }: PdIntegration): object {
  const vendorName = vendor === null ? '' : (vendorOf(vendor)?.name ?? '');
  return {
    ...header(integration.type, integration.id, integration.name),
    ...integration,
    service: header('service_reference', service, found(state.services, service).name),
    vendor: vendor === null ? null : header('vendor_reference', vendor, vendorName),
  };
}
