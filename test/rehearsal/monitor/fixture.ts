import { Temporal } from 'temporal-polyfill';
import type { Downtime, DowntimeRecurring, Monitor, MonitorOptions } from '../../../src/deployment';
import { type Notification, notificationsOf, type Series, type StateSpan } from '../../../src/rehearsal';

/** A time of Monday 23 November 2026 in UTC, or of the day that is written before it. */
export function at(time: string): Temporal.Instant {
  return Temporal.Instant.from(time.includes('T') ? `${time}Z` : `2026-11-23T${time}Z`);
}

export const span = (from: string, until: string) => ({ from: at(from), until: at(until) });

/** The time of day of the 23rd, with the date before it on any other day. */
export const timeText = (instant: Temporal.Instant): string =>
  instant.toString({ smallestUnit: 'minute' }).replace('2026-11-23T', '').replace('Z', '');

const MESSAGE = `{{#is_alert}}
late
@pagerduty-growth
{{/is_alert}}
{{#is_no_data}}
silent
@pagerduty-growth
{{/is_no_data}}
{{#is_recovery}}
well
@pagerduty-growth
{{/is_recovery}}`;

/** Alerts where every point of five minutes is over 10, and tells of silence. */
export function monitor({
  options = {},
  ...changes
}: Partial<Omit<Monitor, 'options'>> & { readonly options?: Partial<MonitorOptions> } = {}): Monitor {
  return {
    key: 'datadog_monitor.lag',
    name: 'Lag',
    type: 'query alert',
    query: 'min(last_5m):max:pipeline.data.lag_seconds{pipeline:growth} > 10',
    thresholds: { critical: 10 },
    message: MESSAGE,
    tags: ['kind:freshness', 'pipeline:growth'],
    ...changes,
    options: { requireFullWindow: false, onMissingData: 'show_and_notify_no_data', ...options },
  };
}

/** One value a minute, from a time on; `-` where none was reported. */
export function series(from: string, values: string, tags = ['pipeline:growth']): Series {
  return {
    metric: 'pipeline.data.lag_seconds',
    tags,
    points: values.split(' ').flatMap((value, index) => {
      const minute = at(from).add({ minutes: index });
      return value === '-' ? [] : [{ at: minute, value: Number(value) }];
    }),
  };
}

/** A value that is held every minute from a time to the next one of the list, the last one until `until`. */
export function held(story: Readonly<Record<string, number | '-'>>, until: string): Series {
  const times = Object.entries(story);
  const values = times.flatMap(([time, value], index) => {
    const end = at(times[index + 1]?.[0] ?? until);
    return Array.from({ length: at(time).until(end).total('minutes') }, () => String(value));
  });
  return series(times[0]?.[0] ?? until, values.join(' '));
}

/** `08:00 ok`, a line a stretch. */
export const stateLines = (states: readonly StateSpan[]): string[] =>
  states.map(({ from, state }) => `${timeText(from)} ${state}`);

/** `08:00 alert`, and `again` where it had been told. */
export const toldLines = (told: readonly Notification[]): string[] =>
  told.map(({ at: moment, occasion, again }) => `${timeText(moment)} ${occasion}${again ? ' again' : ''}`);

/** A downtime of everything that carries `pipeline:growth`, which tells at its end. */
export function downtime(time: Downtime['time'], changes: Partial<Downtime> = {}): Downtime {
  return {
    key: 'datadog_downtime_schedule.hours',
    scope: '*',
    monitors: { tags: ['pipeline:growth'] },
    time,
    notifyEndStates: ['alert', 'no data', 'warn'],
    notifyEndTypes: ['expired'],
    ...changes,
  };
}

export const once = (from: string, until: string): Downtime['time'] => ({
  kind: 'once',
  from: at(from),
  until: at(until),
});

/** Recurrences as `start duration rrule`. */
export function recurring(timeZone: string, ...recurrences: readonly string[]): DowntimeRecurring {
  return {
    kind: 'recurring',
    timeZone,
    recurrences: recurrences.map((text) => {
      const [start = '', duration = '', rrule = ''] = text.split(' ');
      return {
        start: Temporal.PlainDateTime.from(start),
        duration: Temporal.Duration.from(duration),
        rrule,
      };
    }),
  };
}

export type Story = Readonly<Record<string, number | '-'>>;

/** What is told between 06:10 and `until`, of values that are held from a time on. */
export function told(
  story: Story,
  until: string,
  { of = monitor(), downtimes = [] }: { of?: Monitor; downtimes?: readonly Downtime[] } = {},
): string[] {
  const points = held({ '06:00': 0, ...story }, until);
  return toldLines(notificationsOf(of, downtimes, [points], span('06:10', until)));
}

export const mute = (from: string, until: string, changes: Partial<Downtime> = {}) =>
  downtime(once(from, until), { key: `datadog_downtime_schedule.${from}`, ...changes });
export const silentEnd = { notifyEndStates: [], notifyEndTypes: [] } as const;

/** Bad from 08:00, which is five bad points at 08:04. */
export const BAD = { '08:00': 11 };
