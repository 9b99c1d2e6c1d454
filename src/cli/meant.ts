import type { Temporal } from 'temporal-polyfill';
import { visible } from '../text/visible';
import { wrapped } from '../text/wrapped';
import { timeText } from '../time/localTime';
import { datadogSite, type PagerDutyApi, pagerDutyAccount, type VendorAccess } from '../vendors';
import { isNow } from './asOfNow';
import { instantJson } from './json';
import { type CommonOptions, dataFolder } from './session';

/** The accounts, data and instant that a command works on. */
export interface Meant {
  /** Hosts of the accounts that are used: `xyz-tech.pagerduty.com`, `datadoghq.eu`. */
  readonly accounts: { readonly pagerDuty?: string; readonly datadog?: string };
  /** URL of the sandbox, if it stands for the accounts. */
  readonly sandbox?: string;
  /** Folder of the data. */
  readonly data: string;
  /** True if `WATCHBILL_DATA` chose the folder. */
  readonly dataIsOfVariable: boolean;
  readonly asOf: Temporal.Instant;
  readonly isNow: boolean;
  /** IANA zone for display. */
  readonly timeZone: string;
}

/** What is known before PagerDuty is asked. */
export interface MeantRequest {
  readonly access: Pick<VendorAccess, 'sandbox'> & Partial<Pick<VendorAccess, 'pagerDuty' | 'datadog'>>;
  readonly options: Pick<CommonOptions, 'data'>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly asOf: Temporal.Instant;
  readonly now: Temporal.Instant;
  readonly timeZone: string;
}

/**
 * Asks PagerDuty, if it is used, whose account the key belongs to.
 * @throws VendorError if the key is refused, or there is no answer
 */
export async function meantBy(
  { access, options, env, asOf, now, timeZone }: MeantRequest,
  pagerDuty?: PagerDutyApi,
): Promise<Meant> {
  const host = access.pagerDuty && new URL(access.pagerDuty.url).host;
  const account = pagerDuty && ((await pagerDutyAccount(pagerDuty)) ?? `${host} (unknown account)`);
  return {
    accounts: {
      ...(account === undefined ? {} : { pagerDuty: account }),
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
 * The same in words: the first and last line of commands that change the vendors.
 * @param lead the opening words, e.g. `Deploying to`
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

/** The same for programs. */
export function meantJson({ accounts, sandbox, data, asOf, isNow: now, timeZone }: Meant): object {
  return {
    accounts:
      sandbox === undefined
        ? { pagerDuty: accounts.pagerDuty ?? null, datadog: accounts.datadog ?? null }
        : null,
    sandbox: sandbox ?? null,
    data,
    asOf: instantJson(asOf, timeZone),
    asOfIsNow: now,
  };
}
