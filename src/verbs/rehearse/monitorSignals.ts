import type { Temporal } from 'temporal-polyfill';
import type { Downtime, Monitor } from '../../deployment';
import type { Notification } from '../../rehearsal';
import type { Span } from '../../roster';

/** What a monitor reads, minute by minute, while a rule breaks and is repaired. */
export interface MonitorSignals {
  /** Reads every minute of a stretch, both ends included; it begins after the last minute read. */
  read(from: Temporal.Instant, until: Temporal.Instant): Promise<void>;
  /**
   * Reads minute by minute, until the monitor's condition is as wanted.
   * @returns the first such minute; undefined if the stretch has none
   */
  first(
    from: Temporal.Instant,
    until: Temporal.Instant,
    wanted: boolean,
  ): Promise<Temporal.Instant | undefined>;
  /** Repairs what is broken, at a moment after the last minute read. */
  repair(at: Temporal.Instant): void;
  /** The monitor's notifications within a span, from what was read. */
  notifications(monitor: Monitor, downtimes: readonly Downtime[], span: Span): Notification[];
}
