export {
  checkVendorEnvironment,
  type PagerDutyAccess,
  pagerDutyAccess,
  type VendorAccess,
  vendorAccess,
} from './access';
export { DatadogApi } from './datadog';
export { PagerDutyApi } from './pagerDuty';
export { sandboxUrl } from './sandboxUrl';
export { VendorError } from './vendorError';
