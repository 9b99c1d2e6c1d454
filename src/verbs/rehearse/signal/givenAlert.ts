import type { Temporal } from 'temporal-polyfill';
import type { Downtime, Monitor } from '../../../deployment';
import { type Notification, notificationsOfStates, type StateSpan } from '../../../rehearsal';
import { isBefore, type Span } from '../../../roster';
import type { MonitorSignals } from '../monitorSignals';

/**
 * An alert that is taken for granted, because the rehearsal does not understand the monitor's query:
 * it begins at a given moment, and ends with its repair. Its notifications are played.
 */
export class GivenAlert implements MonitorSignals {
  private repairedAt: Temporal.Instant | undefined;

  constructor(private readonly begins: Temporal.Instant) {}

  async read(): Promise<void> {}

  async first(
    from: Temporal.Instant,
    until: Temporal.Instant,
    wanted: boolean,
  ): Promise<Temporal.Instant | undefined> {
    const at = wanted ? this.begins : this.repairedAt;
    return at === undefined || isBefore(at, from) || isBefore(until, at) ? undefined : at;
  }

  repair(at: Temporal.Instant): void {
    this.repairedAt = at;
  }

  notifications(monitor: Monitor, downtimes: readonly Downtime[], span: Span): Notification[] {
    const edges = [span.from, this.begins, this.repairedAt ?? span.until, span.until];
    const states = (['ok', 'alert', 'ok'] as const).map(
      (state, index): StateSpan => ({
        from: edges[index] ?? span.from,
        until: edges[index + 1] ?? span.until,
        state,
        value: undefined,
      }),
    );
    const lasting = states.filter(({ from, until }) => isBefore(from, until));
    return notificationsOfStates(monitor, downtimes, lasting, span);
  }
}
