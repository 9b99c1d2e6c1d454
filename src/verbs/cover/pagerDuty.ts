import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import type { Span } from '../../roster';
import { sameEmail } from '../../text/email';
import { visible } from '../../text/visible';
import { type PagerDutyApi, VendorError } from '../../vendors';
import { answered } from '../../vendors/answer';

const instant = z
  .string()
  .transform((text) => Temporal.Instant.from(text).round({ smallestUnit: 'second', roundingMode: 'trunc' }));
const user = z.object({ id: z.string(), summary: z.string().nullish() });
const named = z.array(z.object({ id: z.string(), name: z.string() }));
const users = z.array(z.object({ id: z.string(), email: z.string() }));
const overrides = z.array(z.object({ id: z.string(), start: instant, end: instant, user }));
const results = z.array(z.object({ status: z.number(), errors: z.array(z.string()).nullish() })).min(1);
const rendered = z.object({
  schedule: z.object({
    final_schedule: z.object({
      rendered_schedule_entries: z.array(z.object({ start: instant, end: instant, user })),
    }),
  }),
});

/** A time at which PagerDuty has a user on call in a schedule. */
export interface Standing extends Span {
  /** Id of the user. */
  readonly user: string;
  /** The user's name in PagerDuty. */
  readonly name: string;
}

/** An override of a schedule's layers, made by hand or by this command. */
export interface Override extends Standing {
  readonly id: string;
}

/**
 * The requests to PagerDuty that handing over needs. Each method throws VendorError.
 * @see https://developer.pagerduty.com/api-reference/ Schedules
 */
export class Schedules {
  private readonly schedules = new Map<string, string[]>();
  private readonly users = new Map<string, string | undefined>();

  constructor(private readonly api: PagerDutyApi) {}

  /** Ids of the schedules with exactly this name; asked for once. */
  async idsByName(name: string): Promise<string[]> {
    const known = this.schedules.get(name);
    if (known !== undefined) return known;
    const found = answered(
      'PagerDuty',
      'GET /schedules',
      named,
      await this.api.list('/schedules', 'schedules', { query: name }),
    );
    const ids = found.filter((schedule) => schedule.name === name).map(({ id }) => id);
    this.schedules.set(name, ids);
    return ids;
  }

  /** Id of the user with a log-in; undefined if there is none. Asked for once. */
  async userByEmail(email: string): Promise<string | undefined> {
    if (this.users.has(email)) return this.users.get(email);
    const found = answered(
      'PagerDuty',
      'GET /users',
      users,
      await this.api.list('/users', 'users', { query: email }),
    );
    const id = found.find((each) => sameEmail(each.email, email))?.id;
    this.users.set(email, id);
    return id;
  }

  /** Overrides that overlap a span, in full length. */
  async overrides(schedule: string, { from, until }: Span): Promise<Override[]> {
    const path = `/schedules/${schedule}/overrides`;
    const query = { since: from.toString(), until: until.toString(), overflow: 'true' };
    const found = answered(
      'PagerDuty',
      `GET ${path}`,
      overrides,
      await this.api.list(path, 'overrides', query),
    );
    return found.map(({ id, ...override }) => ({ id, ...standing(override) }));
  }

  /** Who is on call in a span, all layers and overrides considered. */
  async standing(schedule: string, { from, until }: Span): Promise<Standing[]> {
    const path = `/schedules/${schedule}`;
    const answer = await this.api.get(path, { since: from.toString(), until: until.toString() });
    const { final_schedule } = answered('PagerDuty', `GET ${path}`, rendered, answer).schedule;
    return final_schedule.rendered_schedule_entries.map(standing);
  }

  /** Puts a user on call for a span. */
  async makeOverride(schedule: string, userId: string, { from, until }: Span): Promise<void> {
    const path = `/schedules/${schedule}/overrides`;
    const override = {
      start: from.toString(),
      end: until.toString(),
      user: { id: userId, type: 'user_reference' },
    };
    const answer = await this.api.post(path, { overrides: [override] });
    // PagerDuty answers a batch with success even if it refuses all of it.
    const refused = answered('PagerDuty', `POST ${path}`, results, answer).find(
      ({ status }) => status >= 300,
    );
    if (refused !== undefined) {
      throw new VendorError('PagerDuty', `POST ${path}`, refused.status, (refused.errors ?? []).join('; '));
    }
  }

  /** Removes an override; one in progress ends now, and PagerDuty keeps its past. */
  async removeOverride(schedule: string, override: string): Promise<void> {
    await this.api.delete(`/schedules/${schedule}/overrides/${override}`);
  }
}

function standing(found: {
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  readonly user: z.output<typeof user>;
}): Standing {
  const { start, end, user } = found;
  return { from: start, until: end, user: user.id, name: visible(user.summary ?? user.id) };
}
