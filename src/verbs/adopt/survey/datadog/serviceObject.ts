import { VendorError } from '../../../../vendors';
import type { Finder } from '../finder';
import { NONE, oneOf } from '../match';
import { textOf } from '../resource';

/** Finds a PagerDuty service object, what is behind a handle, by its name. */
export const serviceObject: Finder = async (resource, { datadog }) => {
  const name = textOf(resource, 'service_name');
  try {
    await datadog.get(`/api/v1/integration/pagerduty/configuration/services/${encodeURIComponent(name)}`);
  } catch (error) {
    if (error instanceof VendorError && error.status === 404) return NONE;
    throw error;
  }
  return oneOf(resource, [{ id: name, called: `@pagerduty-${name}` }]);
};
