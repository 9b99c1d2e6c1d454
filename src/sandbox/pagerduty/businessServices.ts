import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { SandboxContext } from '../context';
import { descriptionText, enveloped, nameText } from './body';
import { found, header, newId, refuseDuplicate, removed } from './objects';
import { page } from './page';
import type { PagerDutyState, PdBusinessService } from './state';
import { knownTeam, teamReference } from './teams';

const businessServiceBody = z.object({
  name: nameText(),
  description: descriptionText,
  point_of_contact: z.string().nullish(),
  team: z.object({ id: z.string().optional() }).nullish(),
});

/** `/business_services`. */
export function businessServiceRoutes(app: FastifyInstance, context: SandboxContext): void {
  const { pagerduty } = context.state;
  app.get('/business_services', async ({ query }) =>
    page('business_services', pagerduty.businessServices.map(view(pagerduty)), query),
  );
  app.get<{ Params: { id: string } }>('/business_services/:id', async ({ params }) => ({
    business_service: view(pagerduty)(found(pagerduty.businessServices, params.id)),
  }));
  app.post('/business_services', async ({ body }, reply) => {
    const service = { id: newId(pagerduty), ...checked(pagerduty, body) };
    pagerduty.businessServices.push(service);
    context.changed();
    return reply.code(201).send({ business_service: view(pagerduty)(service) });
  });
  app.put<{ Params: { id: string } }>('/business_services/:id', async ({ params, body }) => {
    const service = found(pagerduty.businessServices, params.id);
    Object.assign(service, checked(pagerduty, body, service));
    context.changed();
    return { business_service: view(pagerduty)(service) };
  });
  app.delete<{ Params: { id: string } }>('/business_services/:id', async ({ params }, reply) => {
    const { id } = removed(pagerduty.businessServices, params.id);
    pagerduty.dependencies = pagerduty.dependencies.filter(
      ({ supporting, dependent }) => supporting.id !== id && dependent.id !== id,
    );
    context.changed();
    return reply.code(204).send();
  });
}

/** The fields after a request; a contact or team that was not sent stays as it was. */
function checked(
  state: PagerDutyState,
  body: unknown,
  before?: PdBusinessService,
): Omit<PdBusinessService, 'id'> {
  const sent = enveloped('business_service', businessServiceBody, body);
  refuseDuplicate(state.businessServices, sent.name, before?.id);
  const teamId = sent.team?.id;
  return {
    name: sent.name,
    description: sent.description,
    point_of_contact: sent.point_of_contact ?? before?.point_of_contact ?? null,
    team: teamId === undefined ? (before?.team ?? null) : knownTeam(state, teamId),
  };
}

function view(state: PagerDutyState): (service: PdBusinessService) => object {
  return (service) => ({
    ...header('business_service', service.id, service.name),
    ...service,
    team: service.team === null ? null : teamReference(state, service.team),
  });
}
