import type { FastifyInstance } from 'fastify';
import { found, header } from './objects';
import { matching, page } from './page';

/** A few of PagerDuty's vendors. Several names contain `Datadog`, and the right one is not the first. */
const VENDORS = [
  { id: 'PAM4FGS', name: 'Amazon CloudWatch' },
  { id: 'PDDCLD1', name: 'Datadog Cloud Cost' },
  { id: 'PNDDLEG', name: 'New Datadog (Legacy)' },
  { id: 'PC7D8DD', name: 'Datadog' },
  { id: 'PZQ6AUS', name: 'Events API v2' },
  { id: 'PDDSYN1', name: 'Synthetics by Datadog' },
].map((vendor) => ({ ...vendor, generic_service_type: 'generic_events_api_inbound_integration' }));

type Vendor = (typeof VENDORS)[number];

const view = (vendor: Vendor) => ({ ...header('vendor', vendor.id, vendor.name), ...vendor });

/** The vendor with this id, if there is one. */
export function vendorOf(id: string): Vendor | undefined {
  return VENDORS.find((vendor) => vendor.id === id);
}

/** `/vendors`. */
export function vendorRoutes(app: FastifyInstance): void {
  app.get('/vendors', async ({ query }) =>
    page('vendors', matching(VENDORS, query, ({ name }) => [name]).map(view), query),
  );
  app.get<{ Params: { id: string } }>('/vendors/:id', async ({ params }) => ({
    vendor: view(found(VENDORS, params.id)),
  }));
}
