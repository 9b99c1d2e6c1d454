import { UsageError } from '../text/usageError';
import { shown } from '../text/visible';
import { firstSet, NEEDED, refuseUnprintableKeys } from './keys';
import { sandboxEnvironment } from './sandboxKeys';
import { sandboxUrl } from './sandboxUrl';

/** Where the vendors' APIs are, and the credentials for them. */
export interface VendorAccess {
  /** Scheme, host and path without a slash at the end, and `PAGERDUTY_TOKEN`. */
  readonly pagerDuty: { readonly url: string; readonly token: string };
  /** Scheme and host, `DD_API_KEY` and `DD_APP_KEY`. */
  readonly datadog: { readonly url: string; readonly apiKey: string; readonly appKey: string };
  /**
   * Address of the sandbox that stands for both.
   * @default - the vendors' own APIs
   */
  readonly sandbox?: string;
}

/** Access to PagerDuty alone. */
export type PagerDutyAccess = Pick<VendorAccess, 'pagerDuty' | 'sandbox'>;

/** Access to Datadog alone. */
export type DatadogAccess = Pick<VendorAccess, 'datadog' | 'sandbox'>;

type Environment = Readonly<Record<string, string | undefined>>;

/** PagerDuty's service regions, as `PAGERDUTY_SERVICE_REGION` names them. */
const PAGERDUTY_HOSTS: Readonly<Record<string, string>> = {
  us: 'https://api.pagerduty.com',
  eu: 'https://api.eu.pagerduty.com',
};

const DATADOG_HOST = 'https://api.datadoghq.com';

/**
 * Throws unless both vendors' keys and regions are set. A sandbox needs none: it has its own keys.
 * @throws UsageError that names what is missing or wrong, but never shows a key
 */
export function checkVendorEnvironment(env: Environment): void {
  if (sandboxUrl(env['WATCHBILL_SANDBOX']) !== undefined) return;
  const missing = NEEDED.filter((names) => firstSet(env, names) === '').map(([name]) => name);
  if (missing.length > 0) {
    throw new UsageError(
      `not set: ${missing.join(', ')}\n  set them to your keys, or to the lines that npx watchbill sandbox prints`,
    );
  }
  refuseUnprintableKeys(env, NEEDED.flat());
  pagerDutyHost(env);
  datadogHost(env);
}

/**
 * Access to both vendors from the same variables that the Terraform providers read:
 * `PAGERDUTY_TOKEN`, `PAGERDUTY_SERVICE_REGION` (`us` or `eu`), `DD_API_KEY`,
 * `DD_APP_KEY`, `DD_HOST`; or to the sandbox in `WATCHBILL_SANDBOX`, with the sandbox's own
 * keys whatever else is set.
 * @throws UsageError that names what is missing or wrong, but never shows a key
 */
export function vendorAccess(given: Environment): VendorAccess {
  checkVendorEnvironment(given);
  const { env, sandbox } = meant(given);
  const [token = '', apiKey = '', appKey = ''] = NEEDED.map((names) => firstSet(env, names));
  return {
    pagerDuty: { url: sandbox === undefined ? pagerDutyHost(env) : `${sandbox}/pagerduty`, token },
    datadog: { url: datadogHost(env), apiKey, appKey },
    ...(sandbox === undefined ? {} : { sandbox }),
  };
}

/**
 * Access to PagerDuty, like {@link vendorAccess}, for what does not use Datadog: nobody should
 * need its keys to hand over a shift at night.
 * @throws UsageError that names what is missing or wrong, but never shows the key
 */
export function pagerDutyAccess(given: Environment): PagerDutyAccess {
  const { env, sandbox } = meant(given);
  const token = firstSet(env, ['PAGERDUTY_TOKEN']);
  if (token === '') {
    throw new UsageError(
      'not set: PAGERDUTY_TOKEN\n  set it to your key, or to the line that npx watchbill sandbox prints',
    );
  }
  refuseUnprintableKeys(env, ['PAGERDUTY_TOKEN']);
  const host = pagerDutyHost(env);
  return {
    pagerDuty: { url: sandbox === undefined ? host : `${sandbox}/pagerduty`, token },
    ...(sandbox === undefined ? {} : { sandbox }),
  };
}

/**
 * Access to Datadog, like {@link vendorAccess}, for what does not use PagerDuty.
 * @throws UsageError that names what is missing or wrong, but never shows a key
 */
export function datadogAccess(given: Environment): DatadogAccess {
  const { env, sandbox } = meant(given);
  const names = NEEDED.slice(1);
  const missing = names.filter((each) => firstSet(env, each) === '').map(([name]) => name);
  if (missing.length > 0) {
    throw new UsageError(
      `not set: ${missing.join(', ')}\n  set them to your keys, or to the lines that npx watchbill sandbox prints`,
    );
  }
  refuseUnprintableKeys(env, names.flat());
  const [apiKey = '', appKey = ''] = names.map((each) => firstSet(env, each));
  return {
    datadog: { url: datadogHost(env), apiKey, appKey },
    ...(sandbox === undefined ? {} : { sandbox }),
  };
}

/** The environment; for a sandbox, without anything that belongs to a real account. */
function meant(env: Environment): { readonly env: Environment; readonly sandbox?: string } {
  const sandbox = sandboxUrl(env['WATCHBILL_SANDBOX']);
  return sandbox === undefined ? { env } : { env: sandboxEnvironment(env, sandbox), sandbox };
}

function pagerDutyHost(env: Environment): string {
  const region = firstSet(env, ['PAGERDUTY_SERVICE_REGION']) || 'us';
  const host = Object.hasOwn(PAGERDUTY_HOSTS, region) ? PAGERDUTY_HOSTS[region] : undefined;
  if (host !== undefined) return host;
  throw new UsageError(
    `PAGERDUTY_SERVICE_REGION is not a service region: ${shown(region)}\n  set it to ${Object.keys(PAGERDUTY_HOSTS).join(' or ')}`,
  );
}

/** Without https the keys would be readable on the way; only this machine may do without. */
function datadogHost(env: Environment): string {
  const host = firstSet(env, ['DD_HOST', 'DATADOG_HOST']) || DATADOG_HOST;
  const url = host.replace(/\/$/, '');
  if (/^https:\/\/[\w.-]+(:\d{1,5})?$/.test(url)) return url;
  if (/^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/.test(url)) return url;
  throw new UsageError(
    `DD_HOST is not the https address of a Datadog site: ${/@/.test(host) ? '(not shown, it may hold a password)' : shown(host)}\n  set it to your site's, e.g. https://api.datadoghq.eu`,
  );
}
