import type { FastifyInstance } from 'fastify';
import type { SandboxContext } from './context';

/** The names that this machine has for itself. */
const OWN = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i;

/**
 * What holds for every request before any route: it is meant for this machine (a web page
 * can have a name of its own lead here, and would be same-origin with us), and every answer
 * tells the time by the sandbox's clock.
 */
export function keepDoor(app: FastifyInstance, { clock }: Pick<SandboxContext, 'clock'>): void {
  app.addHook('onRequest', async ({ headers }, reply) => {
    reply.header('date', new Date(clock().epochMilliseconds).toUTCString());
    if (OWN.test(headers.host ?? '')) return;
    return reply.code(403).send({ error: 'the sandbox answers to 127.0.0.1 and localhost alone' });
  });
}
