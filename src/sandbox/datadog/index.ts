import type { FastifyInstance } from 'fastify';
import type { SandboxContext } from '../context';
import { registerCatalogEntities } from './catalogEntities';
import { registerDowntimes } from './downtimes';
import { registerKeys } from './keys';
import { registerMonitors } from './monitors';
import { Refusal } from './refusal';
import { registerServiceObjects } from './serviceObjects';
import { registerTeams } from './teams';

/** Datadog's API below `/api`: the parts of v1 and v2 that the stacks use. It refuses what Datadog refuses. */
export function registerDatadog(app: FastifyInstance, context: SandboxContext): void {
  app.register(
    async (api) => {
      // The provider sends a catalog entry's YAML as `application/json`, so routes parse the text themselves.
      api.removeAllContentTypeParsers();
      api.addContentTypeParser('*', { parseAs: 'string' }, async (_: unknown, body: unknown) => body);
      api.setErrorHandler(async (error, request, reply) => {
        if (error instanceof Refusal) return reply.code(error.status).send({ errors: error.errors });
        const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
        // Refused by the server itself, e.g. a body over its limit.
        if (error instanceof Error && typeof status === 'number' && status >= 400 && status < 500) {
          return reply.code(status).send({ errors: [error.message] });
        }
        request.log.error(error);
        return reply.code(500).send({ errors: ['Internal Server Error'] });
      });
      api.setNotFoundHandler(async (_, reply) => reply.code(404).send({ errors: ['Not found'] }));
      registerKeys(api, context);
      registerMonitors(api, context);
      registerServiceObjects(api, context);
      registerDowntimes(api, context);
      registerTeams(api, context);
      registerCatalogEntities(api, context);
    },
    { prefix: '/api' },
  );
}
