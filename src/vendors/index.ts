export {
  checkVendorEnvironment,
  datadogAccess,
  pagerDutyAccess,
  type VendorAccess,
  vendorAccess,
} from './access';
export { datadogSite, pagerDutyAccount } from './account';
export type { ClientOptions } from './clientOptions';
export { DatadogApi } from './datadog';
export { refuseUnprintableKeys } from './keys';
export { type MissingLogIn, missingLogIns } from './missingLogIns';
export { PagerDutyApi } from './pagerDuty';
export { sandboxHandles } from './sandboxHandles';
export { refuseRealKeysForSandbox, SANDBOX_KEYS, sandboxEnvironment } from './sandboxKeys';
export { sandboxUrl } from './sandboxUrl';
export { Secrets } from './secrets';
export { VendorError } from './vendorError';
