import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { SandboxContext } from '../context';
import { invalid } from './apiError';
import { descriptionText, enveloped, nameText, reference } from './body';
import { enrolTargets } from './memberships';
import { found, header, newId, refuseDuplicate, removed } from './objects';
import { matching, page } from './page';
import { hasStakeholder } from './stakeholders';
import type { PagerDutyState, PdEscalationPolicy, PdReference, PdRule } from './state';
import { knownTeam, teamReference } from './teams';

const targetBody = z.object({
  id: z.string(),
  type: z.enum(['user', 'user_reference', 'schedule', 'schedule_reference']),
});
const ruleBody = z.object({
  id: z.string().optional(),
  escalation_delay_in_minutes: z.number().int().min(1, { error: 'must be greater than 0' }),
  targets: z.array(targetBody).min(1, { error: "can't be blank" }).max(10, { error: 'is too long' }),
});
const policyBody = z.object({
  name: nameText().refine((text) => !/[\\/&<>]/.test(text), { error: 'is invalid' }),
  description: descriptionText,
  num_loops: z.number().int().min(0).max(9).optional(),
  teams: z.array(reference).max(1, { error: 'may have one team only' }).nullish(),
  escalation_rules: z.array(ruleBody).min(1, { error: "can't be blank" }),
});

interface PolicyRoute {
  Params: { id: string };
}

/** `/escalation_policies`. */
export function escalationPolicyRoutes(app: FastifyInstance, context: SandboxContext): void {
  const { pagerduty } = context.state;
  const view = policyView(pagerduty);
  app.get('/escalation_policies', async ({ query }) =>
    page(
      'escalation_policies',
      matching(pagerduty.escalationPolicies, query, ({ name }) => [name]).map(view),
      query,
    ),
  );
  app.get<PolicyRoute>('/escalation_policies/:id', async ({ params }) => ({
    escalation_policy: view(found(pagerduty.escalationPolicies, params.id)),
  }));
  app.post('/escalation_policies', async ({ body }, reply) => {
    const policy = changed(pagerduty, body);
    pagerduty.escalationPolicies.push(policy);
    enrol(pagerduty, policy);
    context.changed();
    return reply.code(201).send({ escalation_policy: view(policy) });
  });
  app.put<PolicyRoute>('/escalation_policies/:id', async ({ params, body }) => {
    const policy = found(pagerduty.escalationPolicies, params.id);
    Object.assign(policy, changed(pagerduty, body, policy));
    enrol(pagerduty, policy);
    context.changed();
    return { escalation_policy: view(policy) };
  });
  app.delete<PolicyRoute>('/escalation_policies/:id', async ({ params }, reply) => {
    const { id } = found(pagerduty.escalationPolicies, params.id);
    if (pagerduty.services.some(({ escalation_policy }) => escalation_policy === id)) {
      throw invalid("Escalation policy can't be deleted because it's being used by services");
    }
    removed(pagerduty.escalationPolicies, id);
    context.changed();
    return reply.code(204).send();
  });
}

/** An escalation policy as PagerDuty returns it. */
function policyView(state: PagerDutyState): (policy: PdEscalationPolicy) => object {
  return (policy) => ({
    ...header('escalation_policy', policy.id, policy.name),
    name: policy.name,
    description: policy.description,
    num_loops: policy.num_loops,
    on_call_handoff_notifications: 'if_has_services',
    teams: policy.teams.map((team) => teamReference(state, team)),
    services: state.services
      .filter(({ escalation_policy }) => escalation_policy === policy.id)
      .map(({ id, name }) => header('service_reference', id, name)),
    escalation_rules: policy.rules.map(({ targets, ...rule }) => ({
      ...rule,
      targets: targets.map(({ id, type }) => header(type, id, targetName(state, { id, type }))),
    })),
  });
}

function changed(state: PagerDutyState, body: unknown, before?: PdEscalationPolicy): PdEscalationPolicy {
  const sent = enveloped('escalation_policy', policyBody, body);
  refuseDuplicate(state.escalationPolicies, sent.name, before?.id);
  const rules = sent.escalation_rules.map(
    (rule, index): PdRule => ({
      id: before?.rules[index]?.id ?? newId(state),
      escalation_delay_in_minutes: rule.escalation_delay_in_minutes,
      targets: rule.targets.map((target) => knownTarget(state, target)),
    }),
  );
  return {
    id: before?.id ?? newId(state),
    name: sent.name,
    description: sent.description,
    num_loops: sent.num_loops ?? before?.num_loops ?? 0,
    teams: sent.teams?.map(({ id }) => knownTeam(state, id)) ?? before?.teams ?? [],
    rules,
  };
}

function knownTarget(state: PagerDutyState, { id, type }: z.infer<typeof targetBody>): PdReference {
  const schedule = type.startsWith('schedule');
  const objects: readonly { id: string }[] = schedule ? state.schedules : state.users;
  if (!objects.some((each) => each.id === id)) {
    throw invalid(`Escalation rule target ${schedule ? 'schedule' : 'user'} ${id} does not exist`);
  }
  if (!schedule && hasStakeholder(state, [id])) {
    throw invalid('Stakeholders cannot be added to escalation policies');
  }
  return { id, type: schedule ? 'schedule_reference' : 'user_reference' };
}

function targetName(state: PagerDutyState, { id, type }: PdReference): string {
  return type === 'schedule_reference' ? found(state.schedules, id).name : found(state.users, id).name;
}

function enrol(state: PagerDutyState, { teams, rules }: PdEscalationPolicy): void {
  const targets = rules.flatMap((rule) => rule.targets);
  const users = targets.flatMap(({ id, type }) =>
    type === 'user_reference' ? [id] : found(state.schedules, id).layers.flatMap((layer) => layer.users),
  );
  for (const team of teams) enrolTargets(state, team, users);
}
