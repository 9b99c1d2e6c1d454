import * as z from 'zod';
import { answered } from '../../../../vendors/answer';
import type { Finder } from '../finder';
import { type Candidate, NONE, oneOf } from '../match';
import { textOf } from '../resource';

const serviceAnswer = z.object({
  service: z.object({
    integrations: z.array(z.object({ id: z.string(), summary: z.string().nullish() })).nullish(),
  }),
});
// The answer contains the integration's key, a secret, so only this is read.
const integrationAnswer = z.object({
  integration: z.object({ name: z.string().nullish(), vendor: z.object({ id: z.string() }).nullish() }),
});

/** Finds a service's integration with the same vendor and name. */
export const serviceIntegration: Finder = async (resource, { pagerDuty, idOf }) => {
  const service = await idOf(resource, resource.attributes['service']);
  const vendor = await idOf(resource, resource.attributes['vendor']);
  if (service === undefined || vendor === undefined) return NONE;
  const name = textOf(resource, 'name');
  const path = `/services/${service}`;
  const { integrations } = answered(
    'PagerDuty',
    `GET ${path}`,
    serviceAnswer,
    await pagerDuty.get(path),
  ).service;
  const candidates: Candidate[] = [];
  for (const { id, summary } of integrations ?? []) {
    if (summary !== name) continue;
    const own = `${path}/integrations/${id}`;
    const { integration } = answered('PagerDuty', `GET ${own}`, integrationAnswer, await pagerDuty.get(own));
    if (integration.vendor?.id === vendor && integration.name === name) {
      candidates.push({ id, importId: `${service}.${id}`, called: name });
    }
  }
  return oneOf(resource, candidates);
};
