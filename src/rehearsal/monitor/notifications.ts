import { Temporal } from 'temporal-polyfill';
import type { Downtime, Monitor, Renotify } from '../../deployment/deployment';
import type { Span } from '../../time/span';
import { type Occasion, type Recipients, recipientsOf } from './message';
import { type Mute, mutesOf } from './mutes';
import { readQuery } from './query';
import { groupsOf, type Series } from './series';
import { type MonitorState, type StateSpan, statesOf } from './states';

/** What a monitor notifies of, and who. */
export interface Notification extends Recipients {
  /** When, to the minute. */
  readonly at: Temporal.Instant;
  /** What it is about. */
  readonly occasion: Occasion;
  /** Whether it repeats an earlier one: at a downtime's end, or because of `renotify_interval`. */
  readonly again: boolean;
  /** What was compared; undefined without data, and if the notification comes later than the change. */
  readonly value: number | undefined;
}

/**
 * A monitor's notifications within a span, minute by minute: every change of its state, unless
 * a downtime holds it; its state at the end of a downtime, if the downtime says so and no other
 * one goes on; and repetitions, if it renotifies. The recovery of an alert from before a downtime
 * notifies during the downtime; the recovery of one that the downtime held, once it is over.
 * `show_no_data` never notifies. Each group of a monitor has states and notifications of its own.
 *
 * @throws DeploymentError for anything of the monitor or a downtime that the rehearsal does not know
 * @see https://docs.datadoghq.com/monitors/downtimes/
 * @see https://docs.datadoghq.com/monitors/guide/prevent-alerts-from-monitors-that-were-in-downtime/
 */
export function notificationsOf(
  monitor: Monitor,
  downtimes: readonly Downtime[],
  series: readonly Series[],
  span: Span,
): Notification[] {
  const told = groupsOf(readQuery(monitor), series).map((group) =>
    notificationsOfStates(monitor, downtimes, statesOf(monitor, group, span), span),
  );
  return told.flat().sort((a, b) => Temporal.Instant.compare(a.at, b.at));
}

/**
 * A monitor's notifications, or those of one of its groups, by its states within a span.
 * @throws DeploymentError for anything of the message or a downtime that the rehearsal does not know
 */
export function notificationsOfStates(
  monitor: Monitor,
  downtimes: readonly Downtime[],
  states: readonly StateSpan[],
  span: Span,
): Notification[] {
  // By numbers: a night has many minutes.
  const mutes = mutesOf(monitor, downtimes, span).map((mute) => ({
    ...mute,
    begins: mute.from.epochMilliseconds,
    ends: mute.until.epochMilliseconds,
  }));
  const notifier = new Notifier(monitor);
  for (const stretch of states) {
    const from = stretch.from.epochMilliseconds;
    // A monitor notifies when it recovers, and never while it is well.
    const until = stretch.state === 'ok' ? from + MINUTE : stretch.until.epochMilliseconds;
    for (let at = from; at < until; at += MINUTE) {
      notifier.minute(at, stretch, {
        hasChanged: at === from,
        active: mutes.filter(({ begins, ends }) => begins <= at && at < ends),
        ended: mutes.filter(({ ends }) => at - MINUTE < ends && ends <= at),
      });
    }
  }
  return notifier.told;
}

/** In milliseconds. */
const MINUTE = 60_000;

interface Minute {
  /** Whether the state begins in it. */
  readonly hasChanged: boolean;
  /** Mutes that go on. */
  readonly active: readonly Mute[];
  /** Those that ended within the last minute. */
  readonly ended: readonly Mute[];
}

/** Keeps track of what was sent, and what was held back. */
class Notifier {
  readonly told: Notification[] = [];
  private lastTold: MonitorState = 'ok';
  private isHeld = false;
  private renotifyAt: number | undefined;
  private renotified = 0;

  constructor(private readonly monitor: Monitor) {}

  /** @param at milliseconds since 1970, as everywhere in here */
  minute(at: number, { state, value }: StateSpan, { hasChanged, active, ended }: Minute): void {
    const { renotify, onMissingData } = this.monitor.options;
    if (hasChanged) {
      this.renotified = 0;
      this.renotifyAt = after(at, renotify);
    }
    if (state === 'no data' && onMissingData === 'show_no_data') return;
    if (state === 'ok') {
      if (hasChanged) this.recover(at, value, active);
    } else if (active.length > 0) {
      if (hasChanged) this.isHeld = true;
      if (this.isDue(at)) this.renotifyAt = after(at, renotify);
    } else if (ended.some(({ told }) => told.includes(state))) {
      this.tell(at, state, this.lastTold === state, hasChanged ? value : undefined);
    } else if (hasChanged) {
      if (this.lastTold !== state) this.tell(at, state, false, value);
    } else if (this.isDue(at) && renotify !== undefined && this.maySay(renotify, state)) {
      this.renotified += 1;
      this.tell(at, state, true, undefined, renotify.message);
    }
  }

  private recover(at: number, value: number | undefined, active: readonly Mute[]): void {
    const isTold =
      active.length === 0
        ? this.isHeld || this.lastTold !== 'ok'
        : this.lastTold !== 'ok' && !active.some(({ mutesFirstRecovery }) => mutesFirstRecovery);
    if (isTold) this.tell(at, 'ok', false, value);
    this.lastTold = 'ok';
    this.isHeld = false;
  }

  private tell(
    at: number,
    state: MonitorState,
    again: boolean,
    value: number | undefined,
    message = this.monitor.message,
  ): void {
    const occasion: Occasion = state === 'ok' ? 'recovery' : state;
    const recipients = recipientsOf({ ...this.monitor, message }, occasion);
    const instant = Temporal.Instant.fromEpochMilliseconds(at);
    this.told.push({ at: instant, occasion, again, value, ...recipients });
    this.lastTold = state;
    this.isHeld = false;
    this.renotifyAt = after(at, this.monitor.options.renotify);
  }

  private isDue(at: number): boolean {
    return this.renotifyAt !== undefined && this.renotifyAt <= at;
  }

  private maySay({ statuses, occurrences }: Renotify, state: 'alert' | 'no data'): boolean {
    return (
      (statuses?.includes(state) ?? true) && (occurrences === undefined || this.renotified < occurrences)
    );
  }
}

/** When to notify again, counted from the last notification. */
function after(at: number, renotify: Renotify | undefined): number | undefined {
  return renotify === undefined ? undefined : at + renotify.intervalMinutes * MINUTE;
}
