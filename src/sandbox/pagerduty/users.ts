import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { sameEmail } from '../../text/email';
import type { SandboxContext } from '../context';
import { invalid } from './apiError';
import { descriptionText, enveloped, nameText } from './body';
import { contactMethodReference, contactMethodView } from './contactMethods';
import { addReachable, notificationRuleView, rulesOf } from './notificationRules';
import { found, header, newId, removed } from './objects';
import { listQuery, matching, page } from './page';
import type { PagerDutyState, PdNotificationRule, PdUser } from './state';
import { timeZoneText } from './timeZone';

/** Somebody who has a log-in. */
export interface SandboxUser {
  /** Display name. */
  readonly name: string;
  /** Log-in. */
  readonly email: string;
}

const ROLES = [
  'admin',
  'limited_user',
  'observer',
  'owner',
  'read_only_limited_user',
  'read_only_user',
  'restricted_access',
  'user',
] as const;

const userBody = z.object({
  name: nameText(100),
  email: z.email({ pattern: z.regexes.html5Email, error: 'is invalid' }).max(100),
  time_zone: timeZoneText.optional(),
  role: z.enum(ROLES).optional(),
  job_title: z.string().max(100).nullish(),
  description: descriptionText,
});

/** Adds users; one whose e-mail exists already stays as it is. */
export function seedUsers(context: SandboxContext, users: readonly SandboxUser[]): void {
  const { pagerduty } = context.state;
  const missing = users.filter(({ email }) => !pagerduty.users.some((each) => isEmail(each, email)));
  const made = missing.map(({ name, email }) => newUser(pagerduty, { name, email }));
  pagerduty.users.push(...made);
  for (const user of made) addReachable(pagerduty, user);
  if (missing.length > 0) context.changed();
}

/** `/users`. */
export function userRoutes(app: FastifyInstance, context: SandboxContext): void {
  const { pagerduty } = context.state;
  app.get('/users', async ({ query }) =>
    page(
      'users',
      matching(pagerduty.users, query, ({ name, email }) => [name, email]).map(
        userView(pagerduty, listQuery(query, 'include')),
      ),
      query,
    ),
  );
  app.get<{ Params: { id: string } }>('/users/:id', async ({ params, query }) => ({
    user: userView(pagerduty, listQuery(query, 'include'))(found(pagerduty.users, params.id)),
  }));
  app.post('/users', async ({ body }, reply) => {
    const sent = enveloped('user', userBody, body);
    refuseTakenEmail(pagerduty, sent.email);
    const user = newUser(pagerduty, sent);
    pagerduty.users.push(user);
    addReachable(pagerduty, user);
    context.changed();
    return reply.code(201).send({ user: userView(pagerduty)(user) });
  });
  app.put<{ Params: { id: string } }>('/users/:id', async ({ params, body }) => {
    const user = found(pagerduty.users, params.id);
    const sent = enveloped('user', userBody.partial(), body);
    if (sent.email !== undefined) refuseTakenEmail(pagerduty, sent.email, user.id);
    Object.assign(user, given(sent));
    context.changed();
    return { user: userView(pagerduty)(user) };
  });
  app.delete<{ Params: { id: string } }>('/users/:id', async ({ params }, reply) => {
    const { id } = found(pagerduty.users, params.id);
    refuseUserInUse(pagerduty, id);
    removed(pagerduty.users, id);
    pagerduty.memberships = pagerduty.memberships.filter(({ user }) => user !== id);
    pagerduty.notificationRules = pagerduty.notificationRules.filter(({ user }) => user !== id);
    pagerduty.contactMethods = pagerduty.contactMethods.filter(({ user }) => user !== id);
    context.changed();
    return reply.code(204).send();
  });
}

/**
 * A user as PagerDuty returns it.
 * @param include what to return whole instead of as references
 */
export function userView(state: PagerDutyState, include: readonly string[] = []): (user: PdUser) => object {
  const methodView = include.includes('contact_methods') ? contactMethodView : contactMethodReference;
  const ruleView = include.includes('notification_rules') ? notificationRuleView(state) : ruleReference;
  return (user) => ({
    ...header('user', user.id, user.name),
    ...user,
    teams: state.memberships
      .filter(({ user: member }) => member === user.id)
      .map(({ team }) => header('team_reference', team, found(state.teams, team).name)),
    contact_methods: state.contactMethods.filter((each) => each.user === user.id).map(methodView),
    notification_rules: rulesOf(state, user.id).map((rule) => ruleView(rule)),
    invitation_sent: false,
  });
}

function ruleReference({ id }: PdNotificationRule): object {
  return { id, type: 'assignment_notification_rule_reference' };
}

function newUser(state: PagerDutyState, sent: SandboxUser & z.input<typeof userBody>): PdUser {
  return {
    id: newId(state),
    name: sent.name,
    email: sent.email,
    time_zone: sent.time_zone ?? 'Etc/UTC',
    role: sent.role ?? 'user',
    job_title: sent.job_title ?? null,
    description: sent.description ?? null,
  };
}

function isEmail(user: PdUser, email: string): boolean {
  return sameEmail(user.email, email);
}

function refuseTakenEmail({ users }: PagerDutyState, email: string, own?: string): void {
  if (users.some((user) => user.id !== own && isEmail(user, email))) {
    throw invalid('Email has already been taken');
  }
}

function refuseUserInUse(state: PagerDutyState, id: string): void {
  const inPolicy = state.escalationPolicies.some(({ rules }) =>
    rules.some(({ targets }) => targets.some((target) => target.id === id)),
  );
  const inSchedule = state.schedules.some(({ layers }) => layers.some(({ users }) => users.includes(id)));
  if (inPolicy) throw invalid('User cannot be deleted as they belong to an escalation policy');
  if (inSchedule) throw invalid('User cannot be deleted as they belong to a schedule');
}

/** The fields that were sent. */
function given(sent: object): object {
  return Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined));
}
