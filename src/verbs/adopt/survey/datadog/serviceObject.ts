import { VendorError } from '../../../../vendors';
import type { Finder } from '../finder';
import { NONE, oneOf } from '../match';
import { textOf } from '../resource';

/** Set by every deploy that imports it, because Datadog never reveals the present key. */
const KEY = { label: 'integration key', found: 'unknown', expected: "that of the pipeline's service" };

/** Finds a PagerDuty service object, the target of a handle, by its name. */
export const serviceObject: Finder = async (resource, { datadog }) => {
  const name = textOf(resource, 'service_name');
  try {
    await datadog.get(`/api/v1/integration/pagerduty/configuration/services/${encodeURIComponent(name)}`);
  } catch (error) {
    if (error instanceof VendorError && error.status === 404) return NONE;
    throw error;
  }
  return oneOf(resource, [{ id: name, called: `@pagerduty-${name}`, changes: [KEY] }]);
};
