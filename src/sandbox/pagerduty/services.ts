import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { SandboxContext } from '../context';
import { invalid } from './apiError';
import { descriptionText, enveloped, nameText, reference } from './body';
import { found, header, newId, refuseDuplicate, removed } from './objects';
import { matching, page } from './page';
import type { PagerDutyState, PdService } from './state';
import { teamReference } from './teams';
import { zonedText } from './times';
import { timeZoneText } from './timeZone';

const timeout = z.number().int().min(1, { error: 'must be greater than 0' }).nullable();
const urgency = z.enum(['high', 'low', 'severity_based']);
const constantRule = z.object({ type: z.literal('constant'), urgency });
const urgencyRule = z.discriminatedUnion('type', [
  constantRule,
  z.object({
    type: z.literal('use_support_hours'),
    during_support_hours: constantRule,
    outside_support_hours: constantRule,
  }),
]);
const clockTime = z.string().regex(/^\d{2}:\d{2}:\d{2}/, { error: 'is invalid' });
const supportHours = z.object({
  type: z.literal('fixed_time_per_day'),
  time_zone: timeZoneText,
  start_time: clockTime,
  end_time: clockTime,
  days_of_week: z.array(z.number().int().min(1).max(7)).min(1),
});
const serviceBody = z.object({
  name: nameText(),
  description: descriptionText,
  auto_resolve_timeout: timeout.default(14_400),
  acknowledgement_timeout: timeout.default(1800),
  escalation_policy: reference,
  incident_urgency_rule: urgencyRule.optional(),
  support_hours: supportHours.nullish(),
  scheduled_actions: z.array(z.unknown()).nullish(),
});

interface ServiceRoute {
  Params: { id: string };
}

/** `/services`. */
export function serviceRoutes(app: FastifyInstance, context: SandboxContext): void {
  const { pagerduty } = context.state;
  const view = serviceView(pagerduty);
  app.get('/services', async ({ query }) =>
    page('services', matching(pagerduty.services, query, ({ name }) => [name]).map(view), query),
  );
  app.get<ServiceRoute>('/services/:id', async ({ params }) => ({
    service: view(found(pagerduty.services, params.id)),
  }));
  app.post('/services', async ({ body }, reply) => {
    const service = {
      ...changed(pagerduty, body),
      id: newId(pagerduty),
      created_at: zonedText(context.clock(), 'UTC'),
    };
    pagerduty.services.push(service);
    context.changed();
    return reply.code(201).send({ service: view(service) });
  });
  app.put<ServiceRoute>('/services/:id', async ({ params, body }) => {
    const service = found(pagerduty.services, params.id);
    Object.assign(service, changed(pagerduty, body, service));
    context.changed();
    return { service: view(service) };
  });
  app.delete<ServiceRoute>('/services/:id', async ({ params }, reply) => {
    const { id } = removed(pagerduty.services, params.id);
    pagerduty.integrations = pagerduty.integrations.filter(({ service }) => service !== id);
    pagerduty.dependencies = pagerduty.dependencies.filter(
      ({ supporting, dependent }) => supporting.id !== id && dependent.id !== id,
    );
    context.changed();
    return reply.code(204).send();
  });
}

/** A service as PagerDuty returns it. */
function serviceView(state: PagerDutyState): (service: PdService) => object {
  return (service) => {
    const policy = found(state.escalationPolicies, service.escalation_policy);
    return {
      ...header('service', service.id, service.name),
      ...service,
      status: 'active',
      last_incident_timestamp: null,
      alert_creation: 'create_alerts_and_incidents',
      alert_grouping: null,
      alert_grouping_timeout: null,
      alert_grouping_parameters: { type: null, config: null },
      auto_pause_notifications_parameters: { enabled: false, timeout: null },
      response_play: null,
      addons: [],
      escalation_policy: header('escalation_policy_reference', policy.id, policy.name),
      teams: policy.teams.map((team) => teamReference(state, team)),
      integrations: state.integrations
        .filter((each) => each.service === service.id)
        .map(({ id, type, name }) => header(`${type}_reference`, id, name)),
    };
  };
}

/** The fields after a request; urgency and support hours that were not sent stay. */
function changed(
  state: PagerDutyState,
  body: unknown,
  before?: PdService,
): Omit<PdService, 'id' | 'created_at'> {
  const sent = enveloped('service', serviceBody, body);
  refuseDuplicate(state.services, sent.name, before?.id);
  const policy = sent.escalation_policy.id;
  if (!state.escalationPolicies.some(({ id }) => id === policy)) {
    throw invalid(`Escalation policy ${policy} does not exist`);
  }
  const rule = sent.incident_urgency_rule ?? before?.incident_urgency_rule;
  const hours = sent.support_hours ?? before?.support_hours ?? null;
  if (rule?.type === 'use_support_hours' && hours === null) throw invalid("Support hours can't be blank");
  return {
    name: sent.name,
    description: sent.description,
    auto_resolve_timeout: sent.auto_resolve_timeout,
    acknowledgement_timeout: sent.acknowledgement_timeout,
    escalation_policy: policy,
    incident_urgency_rule: rule ?? { type: 'constant', urgency: 'high' },
    support_hours: hours,
    scheduled_actions: (sent.scheduled_actions ?? before?.scheduled_actions ?? []).filter(
      (action) => action !== null,
    ),
  };
}
