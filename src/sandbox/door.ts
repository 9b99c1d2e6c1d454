import type { FastifyInstance } from 'fastify';
import type { SandboxContext } from './context';

/** This machine's names for itself. */
const OWN = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i;

/**
 * Refuses requests for another host, because a web page can let its own name point to this
 * machine and would then be same-origin with the sandbox, and dates every answer by the
 * sandbox's clock.
 */
export function keepDoor(app: FastifyInstance, { clock }: Pick<SandboxContext, 'clock'>): void {
  app.addHook('onRequest', async ({ headers }, reply) => {
    reply.header('date', new Date(clock().epochMilliseconds).toUTCString());
    if (OWN.test(headers.host ?? '')) return;
    return reply.code(403).send({ error: 'the sandbox answers only to 127.0.0.1 and localhost' });
  });
}
