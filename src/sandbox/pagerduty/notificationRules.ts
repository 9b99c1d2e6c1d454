import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { SandboxContext } from '../context';
import { invalid } from './apiError';
import { enveloped, parsed, reference } from './body';
import { contactMethodReference, contactMethodView, newMethod } from './contactMethods';
import { found, newId, removed } from './objects';
import { listQuery } from './page';
import type { PagerDutyState, PdNotificationRule, PdUser } from './state';

const ruleBody = z.object({
  type: z.literal('assignment_notification_rule', { error: 'is invalid' }),
  start_delay_in_minutes: z.number().int().min(0),
  contact_method: reference,
  urgency: z.enum(['high', 'low'], { error: 'is invalid' }),
});
const urgencyQuery = z.object({ urgency: z.enum(['high', 'low', 'all']).optional() });

interface RuleRoute {
  Params: { id: string; rule: string };
}

/** `/users/{id}/notification_rules`: when each contact method is used. */
export function notificationRuleRoutes(app: FastifyInstance, context: SandboxContext): void {
  const { pagerduty } = context.state;
  const view = notificationRuleView(pagerduty);
  const own = (id: string) => {
    const user = found(pagerduty.users, id);
    return rulesOf(pagerduty, user.id);
  };
  app.get<RuleRoute>('/users/:id/notification_rules', async ({ params, query }) => {
    const { urgency = 'high' } = parsed(urgencyQuery, query);
    const rules = own(params.id).filter((rule) => urgency === 'all' || rule.urgency === urgency);
    return { notification_rules: rules.map((rule) => view(rule, listQuery(query, 'include'))) };
  });
  app.get<RuleRoute>('/users/:id/notification_rules/:rule', async ({ params, query }) => ({
    notification_rule: view(found(own(params.id), params.rule), listQuery(query, 'include')),
  }));
  app.post<RuleRoute>('/users/:id/notification_rules', async ({ params, body }, reply) => {
    const user = found(pagerduty.users, params.id);
    const sent = enveloped('notification_rule', ruleBody, body);
    const rule = { id: newId(pagerduty), user: user.id, ...given(pagerduty, user.id, sent) };
    pagerduty.notificationRules.push(rule);
    context.changed();
    return reply.code(201).send({ notification_rule: view(rule) });
  });
  app.put<RuleRoute>('/users/:id/notification_rules/:rule', async ({ params, body }) => {
    const rule = found(own(params.id), params.rule);
    Object.assign(rule, given(pagerduty, params.id, enveloped('notification_rule', ruleBody, body)));
    context.changed();
    return { notification_rule: view(rule) };
  });
  app.delete<RuleRoute>('/users/:id/notification_rules/:rule', async ({ params }, reply) => {
    const { id } = found(own(params.id), params.rule);
    removed(pagerduty.notificationRules, id);
    context.changed();
    return reply.code(204).send();
  });
}

/** Somebody's rules, without those whose contact method was removed from the state by hand. */
export function rulesOf(
  { contactMethods, notificationRules }: PagerDutyState,
  user: string,
): PdNotificationRule[] {
  return notificationRules.filter(
    (rule) => rule.user === user && contactMethods.some(({ id }) => id === rule.contact_method),
  );
}

/** A notification rule as PagerDuty returns it, with a reference to its contact method unless the whole is included. */
export function notificationRuleView(
  state: PagerDutyState,
): (rule: PdNotificationRule, include?: readonly string[]) => object {
  return ({ id, user, contact_method, ...rule }, include = []) => {
    const method = found(state.contactMethods, contact_method);
    return {
      id,
      type: 'assignment_notification_rule',
      summary: `${rule.start_delay_in_minutes} minutes: ${method.label}`,
      self: `https://api.pagerduty.com/users/${user}/notification_rules/${id}`,
      html_url: null,
      ...rule,
      contact_method: include.includes('contact_methods')
        ? contactMethodView(method)
        : contactMethodReference(method),
    };
  };
}

/**
 * Makes a user reachable, until somebody changes that: a phone that rings at once for high
 * urgency, and the log-in's e-mail for low.
 */
export function addReachable(state: PagerDutyState, { id, email }: Pick<PdUser, 'id' | 'email'>): void {
  const mail = newMethod(state, id, { type: 'email_contact_method', label: 'Default', address: email });
  const phone = newMethod(state, id, {
    type: 'phone_contact_method',
    label: 'Mobile',
    // A number that belongs to nobody.
    address: '2025550100',
    country_code: 1,
  });
  state.contactMethods.push(mail, phone);
  const rule = (urgency: 'high' | 'low', contact_method: string): PdNotificationRule => ({
    id: newId(state),
    user: id,
    urgency,
    start_delay_in_minutes: 0,
    contact_method,
  });
  state.notificationRules.push(rule('high', phone.id), rule('low', mail.id));
}

function given(state: PagerDutyState, user: string, { type: _, ...sent }: z.output<typeof ruleBody>) {
  const { id } = sent.contact_method;
  if (!state.contactMethods.some((method) => method.id === id && method.user === user)) {
    throw invalid('Contact method not found');
  }
  return { ...sent, contact_method: id };
}
