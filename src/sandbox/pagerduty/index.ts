import type { FastifyInstance } from 'fastify';
import type { SandboxContext } from '../context';
import { accountRoutes } from './account';
import { invalid, notFound, PagerDutyError, unauthorized } from './apiError';
import { businessServiceRoutes } from './businessServices';
import { contactMethodRoutes } from './contactMethods';
import { escalationPolicyRoutes } from './escalationPolicies';
import { integrationRoutes } from './integrations';
import { membershipRoutes } from './memberships';
import { notificationRuleRoutes } from './notificationRules';
import { onCallRoutes } from './oncalls';
import { overrideRoutes } from './overrides';
import { scheduleRoutes } from './schedules';
import { serviceDependencyRoutes } from './serviceDependencies';
import { serviceRoutes } from './services';
import { teamRoutes } from './teams';
import { userRoutes } from './users';
import { vendorRoutes } from './vendors';

export { type SandboxUser, seedUsers } from './users';

/**
 * PagerDuty's REST API v2, under `/pagerduty`.
 * @see https://developer.pagerduty.com/api-reference/
 */
export function registerPagerDuty(app: FastifyInstance, context: SandboxContext): void {
  void app.register(
    async (api) => {
      api.addHook('onRequest', async ({ headers }) => {
        if (headers.authorization !== `Token token=${context.tokens.pagerDuty}`) throw unauthorized();
      });
      api.setNotFoundHandler(async () => {
        throw notFound();
      });
      api.setErrorHandler((error, _request, reply) => {
        const refusal = refusalOf(error);
        return reply.code(refusal.status).send(refusal.body());
      });
      accountRoutes(api, context);
      userRoutes(api, context);
      contactMethodRoutes(api, context);
      notificationRuleRoutes(api, context);
      vendorRoutes(api);
      teamRoutes(api, context);
      membershipRoutes(api, context);
      scheduleRoutes(api, context);
      overrideRoutes(api, context);
      escalationPolicyRoutes(api, context);
      serviceRoutes(api, context);
      integrationRoutes(api, context);
      businessServiceRoutes(api, context);
      serviceDependencyRoutes(api, context);
      onCallRoutes(api, context);
    },
    { prefix: '/pagerduty' },
  );
}

function refusalOf(error: unknown): PagerDutyError {
  if (error instanceof PagerDutyError) return error;
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  const message = error instanceof Error ? error.message : String(error);
  if (status === 400) return invalid(message);
  // What the server refuses by itself, e.g. a body over its limit.
  if (typeof status === 'number' && status > 400 && status < 500) {
    return new PagerDutyError(status, 2000, message);
  }
  return new PagerDutyError(500, 2000, 'Internal Server Error', [message]);
}
