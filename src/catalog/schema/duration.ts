import { Temporal } from 'temporal-polyfill';
import { checkedString, type ValueProblem } from './valueProblem';

const DURATION = /^\d{1,6}(m|h|d)$/;
const DAYS = /^\d{1,6}d$/;
const MINUTES = { m: 1, h: 60, d: 24 * 60 } as const;
const WAY_OUT = 'write a whole number and a unit: m (minutes), h (hours) or d (days), e.g. 90m, 16h, 7d';

/** Longest duration: a year. */
const MAX_MINUTES = 366 * MINUTES.d;

/** How to report a duration of zero. */
interface Zero {
  readonly code: ValueProblem['code'];
  readonly message: string;
}

/**
 * A length of exact time in whole minutes, above zero; a day is 24 hours.
 * @param zero how to report `0m`
 */
export function duration(zero: Zero = { code: 'DATA005', message: 'the duration is zero' }) {
  const check = (value: string): ValueProblem | undefined => {
    if (!DURATION.test(value)) return { code: 'DATA004', message: 'not a valid duration', wayOut: WAY_OUT };
    const minutes = minutesOf(value);
    if (minutes === 0) return { ...zero, wayOut: 'write at least 1m' };
    if (minutes <= MAX_MINUTES) return undefined;
    return { code: 'DATA005', message: 'longer than a year', wayOut: 'write at most 366d' };
  };
  return checkedString(check, WAY_OUT, {
    pattern: DURATION.source,
    examples: ['90m', '16h', '7d'],
  }).transform((value) => {
    const minutes = minutesOf(value);
    return new Temporal.Duration(0, 0, 0, 0, Math.floor(minutes / 60), minutes % 60);
  });
}

/** A number of whole local days, from `1d` to a maximum; a day may have 23 or 25 hours. */
export function days(max: number) {
  const wayOut = `write whole days from 1d to ${max}d, e.g. 7d`;
  const check = (value: string): ValueProblem | undefined => {
    if (!DAYS.test(value)) return { code: 'DATA004', message: 'not a valid number of days', wayOut };
    const count = Number.parseInt(value, 10);
    return count >= 1 && count <= max
      ? undefined
      : { code: 'DATA005', message: `not between 1d and ${max}d`, wayOut };
  };
  return checkedString(check, wayOut, { pattern: DAYS.source, examples: ['7d'] }).transform((value) =>
    Number.parseInt(value, 10),
  );
}

function minutesOf(value: string): number {
  const unit = value.at(-1) as keyof typeof MINUTES;
  return Number.parseInt(value, 10) * MINUTES[unit];
}
