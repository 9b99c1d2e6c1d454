import { Temporal } from 'temporal-polyfill';
import type { Layer, Schedule } from '../../src/deployment';

export const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);

export const span = (from: string, until: string) => ({ from: at(from), until: at(until) });

/** As JSON: `toEqual` takes any two Temporal objects of one class for equal. */
export const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Shifts as lines of text, without the seconds. */
export const lines = (
  shifts: readonly { from: Temporal.Instant; until: Temporal.Instant; email: string | undefined }[],
): string[] => shifts.map(({ from, until, email }) => `${minute(from)} ${minute(until)} ${email ?? '-'}`);

export const minute = (instant: Temporal.Instant): string => instant.toString({ smallestUnit: 'minute' });

/** A layer of turns of a week from Monday 5 January 2026, 9:00 in Kuala Lumpur, forever. */
export function layer(users: readonly string[], changes: Partial<Layer> = {}): Layer {
  const start = at('2026-01-05T01:00Z');
  const turnLength = Temporal.Duration.from({ seconds: 604_800 });
  return { start, rotationVirtualStart: start, turnLength, users, restrictions: [], ...changes };
}

export function schedule(layers: readonly Layer[], timeZone = 'Asia/Kuala_Lumpur'): Schedule {
  return { key: 'pagerduty_schedule.profit', name: 'Profit', timeZone, layers };
}
