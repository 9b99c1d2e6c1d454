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
  checkKeys(env, NEEDED);
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
  return { ...pagerDutyAccess(given), ...datadogAccess(given) };
}

/**
 * Access to PagerDuty, like {@link vendorAccess}, for what does not use Datadog: nobody should
 * need its keys to hand over a shift at night.
 * @throws UsageError that names what is missing or wrong, but never shows the key
 */
export function pagerDutyAccess(given: Environment): PagerDutyAccess {
  const { env, sandbox } = meant(given);
  const [token = ''] = checkKeys(env, NEEDED.slice(0, 1));
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
  const [apiKey = '', appKey = ''] = checkKeys(env, NEEDED.slice(1));
  return {
    datadog: { url: datadogHost(env), apiKey, appKey },
    ...(sandbox === undefined ? {} : { sandbox }),
  };
}

/**
 * The keys of an environment.
 * @param needed each with the variables that may hold it
 * @throws UsageError that names what is missing or cannot be sent, but never shows a key
 */
function checkKeys(env: Environment, needed: readonly (readonly string[])[]): readonly string[] {
  const keys = needed.map((names) => firstSet(env, names));
  const missing = needed.flatMap(([name = ''], index) => (keys[index] === '' ? [name] : []));
  if (missing.length > 0) {
    const [key, line] = needed.length === 1 ? ['it to your key', 'line'] : ['them to your keys', 'lines'];
    throw new UsageError(
      `not set: ${missing.join(', ')}\n  set ${key}, or to the ${line} that npx watchbill sandbox prints`,
    );
  }
  refuseUnprintableKeys(env, needed.flat());
  return keys;
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
