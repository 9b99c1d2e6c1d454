import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { maintenanceTags } from '../../alerts';
import type { Pipeline } from '../../catalog';
import { isBefore, later, type Span } from '../../roster';
import { utcText } from '../../time/instantText';
import type { DatadogApi } from '../../vendors';
import { answered } from '../../vendors/answer';

/** The message of a mute's downtime, which tells it from the pipeline's others. */
const BY_MUTE = 'Maintenance (watchbill mute)';
const BY_DEPLOY = 'Maintenance';

const list = z.array(
  z.object({
    id: z.string(),
    attributes: z.object({
      status: z.string(),
      message: z.string().nullish(),
      monitor_identifier: z.object({ monitor_tags: z.array(z.string()).optional() }).loose(),
      schedule: z.object({ start: z.string().nullish(), end: z.string().nullish() }).loose(),
    }),
  }),
);

/** A downtime for maintenance of a pipeline. */
export interface MaintenanceInDatadog extends Span {
  readonly id: string;
  /** Made by `watchbill mute`, not by a deploy. */
  readonly byMute: boolean;
}

/** Datadog's downtimes for maintenance of one pipeline. */
export class Downtimes {
  constructor(
    private readonly api: DatadogApi,
    private readonly pipeline: Pipeline,
  ) {}

  /**
   * Those that are running or planned.
   * @throws VendorError
   */
  async all(): Promise<MaintenanceInDatadog[]> {
    const found = answered('Datadog', 'GET /api/v2/downtime', list, await this.api.downtimes());
    const own = `pipeline:${this.pipeline.id}`;
    return found.flatMap(({ id, attributes: { status, message, monitor_identifier, schedule } }) => {
      const isOurs = message === BY_MUTE || message === BY_DEPLOY;
      const { start, end } = schedule;
      if (!isOurs || !['active', 'scheduled'].includes(status) || start == null || end == null) return [];
      if (monitor_identifier.monitor_tags?.includes(own) !== true) return [];
      return [
        {
          id,
          byMute: message === BY_MUTE,
          from: Temporal.Instant.from(start),
          until: Temporal.Instant.from(end),
        },
      ];
    });
  }

  /**
   * Creates one. Its tags differ slightly from a deploy's, whose downtime Datadog would otherwise refuse
   * as a duplicate.
   * @throws VendorError
   */
  async make({ from, until }: Span, timeZone: string, now: Temporal.Instant): Promise<void> {
    const tags = maintenanceTags(this.pipeline).filter((tag) => !tag.startsWith('owner:'));
    // Datadog refuses the past, and goes by its own clock.
    const begins = isBefore(now.add({ minutes: 1 }), from) ? { start: utcText(later(from, now)) } : {};
    const attributes = {
      scope: '*',
      monitor_identifier: { monitor_tags: tags },
      display_timezone: timeZone,
      message: BY_MUTE,
      mute_first_recovery_notification: false,
      notify_end_states: ['alert', 'no data', 'warn'],
      notify_end_types: ['expired'],
      schedule: { ...begins, end: utcText(until) },
    };
    await this.api.post('/api/v2/downtime', { data: { type: 'downtime', attributes } });
  }

  /** @throws VendorError */
  async cancel(id: string): Promise<void> {
    await this.api.delete(`/api/v2/downtime/${id}`);
  }
}
