import type { Temporal } from 'temporal-polyfill';
import { visible } from '../text/visible';
import { wrapped } from '../text/wrapped';
import { timeText } from '../time/localTime';
import { datadogSite, type PagerDutyApi, pagerDutyAccount, type VendorAccess } from '../vendors';
import { isNow } from './asOfNow';
import { instantJson } from './json';
import { type CommonOptions, dataFolder } from './session';

/** Which accounts, data and instant a command means. */
export interface Meant {
  /** Hosts of the accounts: `xyz-tech.pagerduty.com`, `datadoghq.eu`; none where one is not asked. */
  readonly accounts: { readonly pagerDuty: string; readonly datadog?: string };
  /** Address of the sandbox, where it is meant instead of the accounts. */
  readonly sandbox?: string;
  /** Folder of the data. */
  readonly data: string;
  /** True where a variable decided that, and no option. */
  readonly dataIsOfVariable: boolean;
  readonly asOf: Temporal.Instant;
  readonly isNow: boolean;
  /** IANA zone in which the instant is shown. */
  readonly timeZone: string;
}

/** What is known of it before anybody is asked. */
export interface Asked {
  readonly access: Pick<VendorAccess, 'pagerDuty' | 'sandbox'> & Partial<Pick<VendorAccess, 'datadog'>>;
  readonly options: Pick<CommonOptions, 'data'>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly asOf: Temporal.Instant;
  readonly now: Temporal.Instant;
  readonly timeZone: string;
}

/**
 * Asks PagerDuty which account its key opens.
 * @throws VendorError where the key is refused, or no answer comes
 */
export async function meantBy(asked: Asked, pagerDuty: PagerDutyApi): Promise<Meant> {
  const { access, options, env, asOf, now, timeZone } = asked;
  const host = new URL(access.pagerDuty.url).host;
  const account = (await pagerDutyAccount(pagerDuty)) ?? `${host} (which account is not known)`;
  return {
    accounts: {
      pagerDuty: account,
      ...(access.datadog === undefined ? {} : { datadog: datadogSite(access.datadog) }),
    },
    ...(access.sandbox === undefined ? {} : { sandbox: access.sandbox }),
    data: dataFolder(options, { env }),
    dataIsOfVariable: options.data === undefined && (env['WATCHBILL_DATA'] ?? '') !== '',
    asOf,
    isNow: isNow(asOf, now),
    timeZone,
  };
}

/**
 * It in words, for the first and the last line of what changes the vendors.
 * @param lead what stands before, e.g. `Deploying to`
 */
export function meantText(meant: Meant, lead: string): string {
  const { accounts, sandbox, data, dataIsOfVariable, asOf, timeZone } = meant;
  const real = Object.entries({ PagerDuty: accounts.pagerDuty, Datadog: accounts.datadog })
    .filter(([, host]) => host !== undefined)
    .map(([vendor, host]) => `${vendor} ${host}`);
  const where = sandbox === undefined ? real.join(' and ') : `the SANDBOX ${sandbox} (WATCHBILL_SANDBOX)`;
  const folder = `${visible(data)}${dataIsOfVariable ? ' (WATCHBILL_DATA)' : ''}`;
  const when = `${timeText(asOf, timeZone)} (${timeZone})${meant.isNow ? '' : ', which is NOT NOW'}`;
  return wrapped(`${lead} ${where}; data ${folder}; as of ${when}`);
}

/** It for programs. */
export function meantJson({ accounts, sandbox, data, asOf, isNow: now, timeZone }: Meant): object {
  return {
    accounts:
      sandbox === undefined ? { pagerDuty: accounts.pagerDuty, datadog: accounts.datadog ?? null } : null,
    sandbox: sandbox ?? null,
    data,
    asOf: instantJson(asOf, timeZone),
    asOfIsNow: now,
  };
}
