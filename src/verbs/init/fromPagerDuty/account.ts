import type { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import {
  type EscalationPolicy,
  type ObjectKind,
  type OnCall,
  type PartialObject,
  readOnCall,
  readOverrides,
  readPagerDutyAccount,
  type Schedule,
  type Service,
  type WholePagerDuty,
} from '../../../deployment';
import { emailKey } from '../../../text/email';
import type { Span } from '../../../time/span';
import type { PagerDutyApi } from '../../../vendors';
import { answered } from '../../../vendors/answer';

/** Somebody with a log-in. */
export interface User {
  readonly id: string;
  readonly name: string;
  /** The log-in. @default - none, which the data cannot express */
  readonly email?: string;
  /** IANA zone. */
  readonly timeZone?: string;
  /** Names of their teams. */
  readonly teams: readonly string[];
}

/** Who PagerDuty itself says is on call in a schedule. */
export interface Rendering {
  readonly onCall: readonly OnCall[];
  /** Times with an override, which the layers do not determine. */
  readonly overridden: readonly Span[];
}

/** What an account says about people and who is paged. */
export interface Account {
  readonly users: readonly User[];
  /** By log-in, in the form in which log-ins are compared. */
  readonly byEmail: ReadonlyMap<string, User>;
  readonly schedules: readonly Schedule[];
  /** From now to the horizon, by the schedule's id. */
  readonly renderings: ReadonlyMap<string, Rendering>;
  readonly policies: readonly EscalationPolicy[];
  readonly services: readonly Service[];
  /** The id of each service's policy, whether the service is understood or not. */
  readonly policiesInUse: readonly (string | undefined)[];
  /** Why an object, by its id, could not be read, or not all of it. */
  readonly unreadable: ReadonlyMap<string, readonly string[]>;
  /** Every schedule, policy and service by its id, whether it could be read or not. */
  readonly named: ReadonlyMap<string, { readonly kind: ObjectKind; readonly name: string }>;
}

const users = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    email: z.string().nullish(),
    time_zone: z.string().nullish(),
    teams: z.array(z.object({ summary: z.string().nullish() })).nullish(),
  }),
);

/**
 * Reads an account, without changing anything.
 * @param window time in which PagerDuty is asked who is on call
 * @throws VendorError if the key may not read, or no answer comes
 * @throws DeploymentError if an answer is not understood
 */
export async function readPagerDutyFacts(
  api: Pick<PagerDutyApi, 'get' | 'list'>,
  window: Span,
): Promise<Account> {
  const people = answered('PagerDuty', 'GET /users', users, await api.list('/users', 'users')).map(userOf);
  const whole = await readPagerDutyAccount(api);
  const schedules = readable(whole.schedules);
  const renderings = new Map<string, Rendering>();
  for (const { key } of schedules) {
    renderings.set(key, {
      onCall: await readOnCall(api, key, window),
      overridden: await readOverrides(api, key, window),
    });
  }
  return {
    users: people,
    byEmail: new Map(people.flatMap((user) => (user.email ? [[emailKey(user.email), user] as const] : []))),
    schedules,
    renderings,
    policies: readable(whole.escalationPolicies),
    services: readable(whole.services),
    policiesInUse: [...whole.services.whole, ...whole.services.partial.map(({ value }) => value)].map(
      ({ escalationPolicy }) => escalationPolicy,
    ),
    unreadable: problemsOf(whole),
    named: new Map(whole.objects.map(({ key, kind, name }) => [key, { kind, name }])),
  };
}

/** The time for which PagerDuty is asked: from the next second, for as long as covers are planned. */
export function windowFrom(now: Temporal.Instant): Span {
  const from = now.round({ smallestUnit: 'second', roundingMode: 'ceil' });
  return { from, until: from.add({ hours: 84 * 24 }) };
}

function userOf({ id, name, email, time_zone, teams }: z.infer<typeof users>[number]): User {
  return {
    id,
    name: name.trim(),
    ...(email ? { email } : {}),
    ...(time_zone ? { timeZone: time_zone } : {}),
    teams: (teams ?? []).flatMap(({ summary }) => summary ?? []),
  };
}

/** The objects that are understood, including those with unknown parts that page nobody. */
function readable<T>({ whole, partial }: Both<T>): T[] {
  const usable = partial.filter(({ unread }) => unread.length === 0).map(({ value }) => value as T);
  return [...whole, ...usable];
}

interface Both<T> {
  readonly whole: readonly T[];
  readonly partial: readonly PartialObject<T>[];
}

function problemsOf({ unreadable }: WholePagerDuty): ReadonlyMap<string, readonly string[]> {
  const problems = new Map<string, readonly string[]>();
  for (const { key, error } of unreadable) {
    const text = error.message.slice(error.address.length).replace(/^:? /, '');
    problems.set(key, [...(problems.get(key) ?? []), text]);
  }
  return problems;
}
