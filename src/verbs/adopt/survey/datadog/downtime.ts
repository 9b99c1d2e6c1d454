import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { answered } from '../../../../vendors/answer';
import type { Finder } from '../finder';
import { oneOf } from '../match';

const recurrence = z.object({ rrule: z.string(), duration: z.string() });
const tagged = z.object({ monitor_tags: z.array(z.string()) });

/** As in the stacks: the monitors by tags, recurring or once. */
const attributes = z.object({
  monitor_identifier: tagged,
  scope: z.string(),
  recurring_schedule: z.object({ timezone: z.string(), recurrence: z.array(recurrence) }).optional(),
  one_time_schedule: z.object({ end: z.string() }).optional(),
});

const downtimes = z.array(
  z.object({
    id: z.string(),
    attributes: z.object({
      monitor_identifier: z.union([tagged, z.object({ monitor_id: z.number() })]),
      scope: z.string(),
      message: z.string().nullish(),
      status: z.string(),
      schedule: z.object({
        timezone: z.string().nullish(),
        recurrences: z.array(recurrence).nullish(),
        end: z.string().nullish(),
      }),
    }),
  }),
);

/** The status of downtimes that have not ended. */
const CURRENT = ['scheduled', 'active'];

/**
 * Finds a downtime of the same monitors and scope with the same times: the same recurrences,
 * whenever they began, or the same end. Ended and canceled downtimes are ignored.
 */
export const downtime: Finder = async (resource, { datadog, once }) => {
  const wanted = attributes.parse(resource.attributes);
  const when = timesOf(
    wanted.recurring_schedule ?? {},
    wanted.recurring_schedule?.recurrence,
    wanted.one_time_schedule?.end,
  );
  const all = await once('Datadog downtimes', async () =>
    answered('Datadog', 'GET /api/v2/downtime', downtimes, await datadog.downtimes()),
  );
  return oneOf(
    resource,
    all
      .filter(({ attributes: { status, scope, monitor_identifier: identifier, schedule } }) => {
        const tags = 'monitor_tags' in identifier ? identifier.monitor_tags : [];
        return (
          CURRENT.includes(status) &&
          scope === wanted.scope &&
          sorted(tags) === sorted(wanted.monitor_identifier.monitor_tags) &&
          timesOf(schedule, schedule.recurrences, schedule.end) === when
        );
      })
      .map(({ id, attributes: { message } }) => ({
        id,
        called: message ?? 'a downtime without a message',
        texts: { message },
      })),
  );
};

/** The times of a downtime as comparable text. */
function timesOf(
  { timezone }: { readonly timezone?: string | null | undefined },
  recurrences: readonly z.infer<typeof recurrence>[] | null | undefined,
  end: string | null | undefined,
): string {
  if (recurrences !== null && recurrences !== undefined) {
    return `${timezone} ${sorted(recurrences.map(({ rrule, duration }) => `${rrule} ${duration}`))}`;
  }
  return end === null || end === undefined ? 'forever' : Temporal.Instant.from(end).toString();
}

function sorted(texts: readonly string[]): string {
  return JSON.stringify([...texts].sort());
}
