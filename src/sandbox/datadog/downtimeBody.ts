import * as z from 'zod';

const Recurrence = z.strictObject({
  duration: z.string(),
  rrule: z.string(),
  start: z.string().nullable().optional(),
});

const Schedule = z.strictObject({
  recurrences: z.array(Recurrence).optional(),
  timezone: z.string().optional(),
  start: z.string().nullable().optional(),
  end: z.string().nullable().optional(),
});
export type ScheduleBody = z.infer<typeof Schedule>;

const Identifier = z.union([
  z.strictObject({ monitor_id: z.int() }),
  z.strictObject({ monitor_tags: z.array(z.string().min(1)).min(1) }),
]);

const ATTRIBUTES = {
  display_timezone: z.string().nullable(),
  message: z.string().nullable(),
  monitor_identifier: Identifier,
  mute_first_recovery_notification: z.boolean(),
  notify_end_states: z.array(z.enum(['alert', 'no data', 'warn'])),
  notify_end_types: z.array(z.enum(['canceled', 'expired'])),
  schedule: Schedule.nullable(),
  scope: z.string(),
};

const Attributes = z.strictObject(ATTRIBUTES).partial();
export type DowntimeAttributes = z.infer<typeof Attributes>;

/** The body of a request that creates a downtime. */
export const NewDowntime = z.strictObject({
  data: z.strictObject({
    type: z.literal('downtime'),
    attributes: Attributes.required({ monitor_identifier: true, scope: true }),
  }),
});

/** The body of a request that changes a downtime; what is left out stays. The provider sends an empty `id`. */
export const ChangedDowntime = z.strictObject({
  data: z.strictObject({ type: z.literal('downtime'), id: z.string(), attributes: Attributes }),
});
