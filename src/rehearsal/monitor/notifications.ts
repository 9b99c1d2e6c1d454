import { Temporal } from 'temporal-polyfill';
import type { Downtime, Monitor, MonitorStatus } from '../deployment';
import type { Span } from '../span';
import { type Occasion, type Recipients, recipientsOf } from './message';
import { type Mute, mutesOf } from './mutes';
import type { Series } from './series';
import { type MonitorState, type StateSpan, statesOf } from './states';

/** What a monitor told, and whom. */
export interface Notification extends Recipients {
  readonly at: Temporal.Instant;
  readonly occasion: Occasion;
  /** Whether it had been told before: at a downtime's end, or because of `renotify_interval`. */
  readonly again: boolean;
  /** What was compared; undefined without data, and where it is told again. */
  readonly value: number | undefined;
}

/**
 * What a monitor tells through a span, in order: each change of its state, unless a
 * downtime holds it; at the end of a downtime the state that is then, where the downtime
 * says so and no other one goes on; and again, where it renotifies. The recovery of what
 * was told before a downtime is told in the downtime.
 *
 * @throws DeploymentError for anything of the monitor or a downtime that the rehearsal does not know
 * @see https://docs.datadoghq.com/monitors/downtimes/
 */
export function notificationsOf(
  monitor: Monitor,
  downtimes: readonly Downtime[],
  series: readonly Series[],
  span: Span,
): Notification[] {
  const states = statesOf(monitor, series, span);
  const mutes = mutesOf(monitor, downtimes, span);
  const told: Notification[] = [];
  const tell = (at: Temporal.Instant, occasion: Occasion, again: boolean, value?: number) =>
    told.push({ at, occasion, again, value, ...recipientsOf(monitor, occasion) });
  let lastTold: MonitorState = 'ok';
  for (const moment of moments(states, mutes, monitor, span)) {
    const state = stateAt(states, moment.at);
    const isMuted = mutes.some((mute) => contains(mute, moment.at));
    if (moment.kind === 'change') {
      const silent = state === 'no data' && monitor.options.onMissingData === 'show_no_data';
      if (silent || (isMuted && (state !== 'ok' || lastTold === 'ok'))) continue;
      if (state === lastTold) continue;
      tell(moment.at, occasionOf(state), false, moment.value);
      lastTold = state;
    } else if (!isMuted && state !== 'ok' && moment.states.includes(state)) {
      tell(moment.at, occasionOf(state), moment.kind === 'renotify' || state === lastTold);
      lastTold = state;
    } else if (!isMuted && moment.kind === 'unmute' && state === 'ok' && lastTold !== 'ok') {
      tell(moment.at, 'recovery', false);
      lastTold = 'ok';
    }
  }
  return told;
}

type Moment =
  | { readonly at: Temporal.Instant; readonly kind: 'change'; readonly value: number | undefined }
  | {
      readonly at: Temporal.Instant;
      readonly kind: 'unmute' | 'renotify';
      readonly states: readonly MonitorStatus[];
    };

/** The moments at which something may be told; at one moment a change of state comes first. */
function moments(
  states: readonly StateSpan[],
  mutes: readonly Mute[],
  monitor: Monitor,
  span: Span,
): Moment[] {
  const changes = states
    .filter(({ state }, index) => index > 0 || state !== 'ok')
    .map(({ from, value }): Moment => ({ at: from, kind: 'change', value }));
  const ends = mutes
    .filter(({ until }) => contains(span, until))
    .map(({ until, told }): Moment => ({ at: until, kind: 'unmute', states: told }));
  return [...changes, ...ends, ...renotifications(states, monitor)].sort(
    (a, b) => Temporal.Instant.compare(a.at, b.at) || ORDER[a.kind] - ORDER[b.kind],
  );
}

const ORDER = { change: 0, unmute: 1, renotify: 2 };

function renotifications(states: readonly StateSpan[], { options }: Monitor): Moment[] {
  const { renotify } = options;
  if (renotify === undefined) return [];
  const statuses = renotify.statuses ?? ['alert', 'no data'];
  return states.flatMap(({ from, until, state }) => {
    if (state === 'ok' || !statuses.includes(state)) return [];
    const found: Moment[] = [];
    const most = renotify.occurrences ?? Number.POSITIVE_INFINITY;
    let at = from.add({ minutes: renotify.intervalMinutes });
    while (found.length < most && Temporal.Instant.compare(at, until) < 0) {
      found.push({ at, kind: 'renotify', states: statuses });
      at = at.add({ minutes: renotify.intervalMinutes });
    }
    return found;
  });
}

function stateAt(states: readonly StateSpan[], at: Temporal.Instant): MonitorState {
  return states.find((span) => contains(span, at))?.state ?? 'ok';
}

function contains({ from, until }: Span, at: Temporal.Instant): boolean {
  return Temporal.Instant.compare(from, at) <= 0 && Temporal.Instant.compare(at, until) < 0;
}

function occasionOf(state: MonitorState): Occasion {
  return state === 'ok' ? 'recovery' : state;
}
