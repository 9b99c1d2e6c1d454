import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { SandboxContext } from '../context';
import { invalid } from './apiError';
import { enveloped, nameText } from './body';
import { found, newId, removed } from './objects';
import type { PagerDutyState, PdContactMethod } from './state';

const TYPES = [
  'email_contact_method',
  'phone_contact_method',
  'push_notification_contact_method',
  'sms_contact_method',
  'whatsapp_contact_method',
] as const;

const methodBody = z.object({
  type: z.enum(TYPES, { error: 'is invalid' }),
  label: nameText(),
  address: nameText(),
  country_code: z.number().int().min(1).max(1999).optional(),
  device_type: z.enum(['android', 'ios']).optional(),
});

interface MethodRoute {
  Params: { id: string; method: string };
}

/** `/users/{id}/contact_methods`. */
export function contactMethodRoutes(app: FastifyInstance, context: SandboxContext): void {
  const { pagerduty } = context.state;
  const own = (id: string) => {
    const user = found(pagerduty.users, id);
    return pagerduty.contactMethods.filter((each) => each.user === user.id);
  };
  app.get<MethodRoute>('/users/:id/contact_methods', async ({ params }) => ({
    contact_methods: own(params.id).map(contactMethodView),
  }));
  app.get<MethodRoute>('/users/:id/contact_methods/:method', async ({ params }) => ({
    contact_method: contactMethodView(found(own(params.id), params.method)),
  }));
  app.post<MethodRoute>('/users/:id/contact_methods', async ({ params, body }, reply) => {
    const sent = enveloped('contact_method', methodBody, body);
    refuseTaken(own(params.id), sent);
    const method = newMethod(pagerduty, params.id, sent);
    pagerduty.contactMethods.push(method);
    context.changed();
    return reply.code(201).send({ contact_method: contactMethodView(method) });
  });
  app.put<MethodRoute>('/users/:id/contact_methods/:method', async ({ params, body }) => {
    const method = found(own(params.id), params.method);
    // The type stays, because a number cannot become an e-mail address.
    const { type: _, ...sent } = enveloped('contact_method', methodBody, body);
    refuseTaken(own(params.id), { type: method.type, address: sent.address }, method.id);
    Object.assign(method, sent);
    context.changed();
    return { contact_method: contactMethodView(method) };
  });
  app.delete<MethodRoute>('/users/:id/contact_methods/:method', async ({ params }, reply) => {
    const { id } = found(own(params.id), params.method);
    removed(pagerduty.contactMethods, id);
    pagerduty.notificationRules = pagerduty.notificationRules.filter((rule) => rule.contact_method !== id);
    context.changed();
    return reply.code(204).send();
  });
}

/** A contact method as PagerDuty returns it. */
export function contactMethodView({ user, ...method }: PdContactMethod): object {
  return { ...contactMethodReference({ user, ...method }), ...method };
}

/** A reference to a contact method. */
export function contactMethodReference({ id, user, type, label }: PdContactMethod): object {
  return {
    id,
    type: `${type}_reference`,
    summary: label,
    self: `https://api.pagerduty.com/users/${user}/contact_methods/${id}`,
    html_url: null,
  };
}

/** A new contact method; PagerDuty decides whether it is enabled. */
export function newMethod(
  state: PagerDutyState,
  user: string,
  sent: z.output<typeof methodBody>,
): PdContactMethod {
  const { type } = sent;
  return {
    id: newId(state),
    user,
    ...sent,
    ...(type === 'push_notification_contact_method' ? {} : { enabled: true }),
    ...(type === 'email_contact_method' ? { send_short_email: false } : { blacklisted: false }),
  };
}

function refuseTaken(
  own: readonly PdContactMethod[],
  { type, address }: Pick<PdContactMethod, 'type' | 'address'>,
  id?: string,
): void {
  const taken = own.some((each) => each.id !== id && each.type === type && each.address === address);
  if (taken) throw invalid('User Contact method must be unique');
}
