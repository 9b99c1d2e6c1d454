import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { SandboxContext } from '../context';
import { invalid, notFound } from './apiError';
import { parsed } from './body';
import { found, newId } from './objects';
import type { PagerDutyState, PdDependency, PdReference } from './state';

const serviceBody = z.object({
  id: z.string(),
  type: z.enum([
    'service',
    'service_reference',
    'technical_service_reference',
    'business_service',
    'business_service_reference',
  ]),
});
const relationshipsBody = z.object({
  relationships: z
    .array(z.object({ supporting_service: serviceBody, dependent_service: serviceBody }))
    .min(1, { error: "can't be blank" }),
});

/** `/service_dependencies`. */
export function serviceDependencyRoutes(app: FastifyInstance, context: SandboxContext): void {
  const { pagerduty } = context.state;
  const relationships = (dependencies: readonly PdDependency[]) => ({
    relationships: dependencies.map(view),
  });

  app.post('/service_dependencies/associate', async ({ body }) => {
    const wanted = parsed(relationshipsBody, body).relationships.map((each) => pair(pagerduty, each));
    for (const { supporting, dependent } of wanted) {
      if (supporting.id === dependent.id) throw invalid('A service cannot depend on itself');
    }
    const made = wanted.map((each) => existing(pagerduty, each) ?? added(pagerduty, each));
    context.changed();
    return relationships(made);
  });
  app.post('/service_dependencies/disassociate', async ({ body }) => {
    const gone = parsed(relationshipsBody, body).relationships.map((each) => {
      const dependency = existing(pagerduty, pair(pagerduty, each));
      if (dependency === undefined) throw notFound();
      return dependency;
    });
    pagerduty.dependencies = pagerduty.dependencies.filter((each) => !gone.includes(each));
    context.changed();
    return relationships(gone);
  });
  const of = (id: string) =>
    relationships(
      pagerduty.dependencies.filter(({ supporting, dependent }) =>
        [supporting.id, dependent.id].includes(id),
      ),
    );
  app.get<{ Params: { id: string } }>('/service_dependencies/technical_services/:id', async ({ params }) =>
    of(found(pagerduty.services, params.id).id),
  );
  app.get<{ Params: { id: string } }>('/service_dependencies/business_services/:id', async ({ params }) =>
    of(found(pagerduty.businessServices, params.id).id),
  );
}

type Pair = Pick<PdDependency, 'supporting' | 'dependent'>;

function pair(
  state: PagerDutyState,
  { supporting_service, dependent_service }: z.infer<typeof relationshipsBody>['relationships'][number],
): Pair {
  return { supporting: serviceOf(state, supporting_service), dependent: serviceOf(state, dependent_service) };
}

/** A reference to an existing service, with the type that PagerDuty returns. */
function serviceOf(state: PagerDutyState, { id, type }: z.infer<typeof serviceBody>): PdReference {
  if (type.startsWith('business')) {
    return { id: found(state.businessServices, id).id, type: 'business_service_reference' };
  }
  return { id: found(state.services, id).id, type: 'technical_service_reference' };
}

function existing(state: PagerDutyState, { supporting, dependent }: Pair): PdDependency | undefined {
  return state.dependencies.find(
    (each) => each.supporting.id === supporting.id && each.dependent.id === dependent.id,
  );
}

function added(state: PagerDutyState, services: Pair): PdDependency {
  const dependency = { id: `D${newId(state)}`, ...services };
  state.dependencies.push(dependency);
  return dependency;
}

function view({ id, supporting, dependent }: PdDependency): object {
  return { id, type: 'service_dependency', supporting_service: supporting, dependent_service: dependent };
}
