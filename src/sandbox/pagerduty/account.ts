import type { FastifyInstance } from 'fastify';
import type { SandboxContext } from '../context';
import { found } from './objects';
import { page } from './page';

/** `/abilities`, `/priorities`, users' licenses, and `/incidents`, which is always empty. */
export function accountRoutes(app: FastifyInstance, { state }: SandboxContext): void {
  app.get('/abilities', async () => ({ abilities: ['teams', 'urgencies', 'business_services'] }));
  app.get('/priorities', async ({ query }) => page('priorities', [], query));
  app.get('/incidents', async ({ query }) => page('incidents', [], query));
  app.get('/licenses', async () => ({ licenses: [LICENSE] }));
  app.get<{ Params: { id: string } }>('/users/:id/license', async ({ params }) => {
    found(state.pagerduty.users, params.id);
    return { license: LICENSE };
  });
}

const LICENSE = {
  id: 'PLICENSE',
  type: 'license',
  name: 'Sandbox',
  summary: 'Sandbox',
  description: 'Everything that Watchbill uses',
  valid_roles: ['owner', 'admin', 'user', 'limited_user', 'observer'],
  role_group: 'FullUser',
};
