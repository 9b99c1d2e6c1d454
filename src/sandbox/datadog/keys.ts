import type { FastifyInstance } from 'fastify';
import type { SandboxContext } from '../context';
import { Refusal } from './refusal';

/** Checks the API key, and needs no other. */
const VALIDATE = '/v1/validate';

/**
 * Requires both keys on every call, and adds the route that checks the API key.
 * @see https://docs.datadoghq.com/api/latest/authentication/
 */
export function registerKeys(app: FastifyInstance, { tokens }: SandboxContext): void {
  app.addHook('onRequest', async (request) => {
    const { 'dd-api-key': apiKey, 'dd-application-key': applicationKey } = request.headers;
    const needsApplicationKey = request.routeOptions.url?.endsWith(VALIDATE) !== true;
    const isKnown =
      apiKey === tokens.datadogApi && (!needsApplicationKey || applicationKey === tokens.datadogApp);
    if (!isKnown) throw new Refusal(403, 'Forbidden');
  });
  app.get(VALIDATE, async () => ({ valid: true }));
}
