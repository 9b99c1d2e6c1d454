import { Temporal } from 'temporal-polyfill';
import type { Catalog } from '../../../catalog';
import { emailKey } from '../../../text/email';
import { shown } from '../../../text/visible';

/** Whoever is known by a log-in: a person or a team's desk; e-mails are compared without regard to case. */
export class People {
  private readonly known: ReadonlyMap<string, { readonly id: string; readonly name: string }>;

  constructor({ people, teams }: Catalog) {
    const desks = teams.flatMap(({ id, desk }) => (desk === undefined ? [] : [{ id, ...desk }]));
    this.known = new Map([...people, ...desks].map(({ id, name, email }) => [emailKey(email), { id, name }]));
  }

  /** A name; a log-in that the data does not know as it is; `nobody`. */
  name(email: string | undefined): string {
    if (email === undefined) return 'nobody';
    return this.known.get(emailKey(email))?.name ?? email;
  }

  /** A name; none for a log-in that the data does not know. */
  knownName(email: string): string | undefined {
    return this.known.get(email.toLowerCase())?.name;
  }

  /** An id of the data; a log-in that the data does not know as it is. */
  id(email: string): string {
    return this.known.get(emailKey(email))?.id ?? email;
  }
}

/**
 * A length in whole days, hours or minutes, where a day is 24 hours.
 * @example
 * lengthText(Temporal.Duration.from({ seconds: 14_400 })) // '4 hours'
 */
export function lengthText(duration: Temporal.Duration): string {
  const seconds = secondsOf(duration);
  for (const [unit, length] of UNITS) {
    if (seconds % length === 0) return countText(seconds / length, unit);
  }
  return countText(seconds, 'second');
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** Seconds, where a day is 24 hours and a week 7 days. */
export function secondsOf(duration: Temporal.Duration): number {
  return duration.total({ unit: 'second', relativeTo: Temporal.PlainDate.from('2000-01-01') });
}

/**
 * @example
 * countText(1, 'time') // '1 time'
 */
export function countText(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Text that somebody wrote, quoted, on one line and not too long. */
export function quoted(text: string): string {
  return shown(text);
}
