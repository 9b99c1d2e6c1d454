import type { FastifyInstance } from 'fastify';
import type { SandboxContext } from './context';

/**
 * `GET /sandbox/handles`: the PagerDuty service that each of Datadog's service objects reaches
 * by its integration key. No vendor has such a route; the answer never contains the key. It
 * takes both of Datadog's keys, or PagerDuty's token.
 */
export function registerHandles(app: FastifyInstance, { state, tokens }: SandboxContext): void {
  app.get('/sandbox/handles', async ({ headers }, reply) => {
    const isDatadog =
      headers['dd-api-key'] === tokens.datadogApi && headers['dd-application-key'] === tokens.datadogApp;
    const isPagerDuty = headers.authorization === `Token token=${tokens.pagerDuty}`;
    if (!isDatadog && !isPagerDuty) return reply.code(403).send({ errors: ['Forbidden'] });
    const { integrations } = state.pagerduty;
    return state.datadog.serviceObjects.map(({ service_name, service_key }) => ({
      service_name,
      service: integrations.find((each) => each.integration_key === service_key)?.service ?? null,
    }));
  });
}
