import { UsageError } from '../../text/usageError';
import { shown } from '../../text/visible';
import type { HandOffText } from './teamData';

/** The facts that a new repository is made from, as they were typed. */
export interface Answers {
  /** Display name of the company or team. */
  readonly name: string;
  /** IANA zone. */
  readonly timeZone: string;
  readonly handOff: HandOffText;
  readonly people: readonly PersonAnswer[];
  /** Names of pipelines. */
  readonly pipelines: readonly string[];
}

/** Somebody who is on call. */
export interface PersonAnswer {
  readonly name: string;
  /** @default - an address that plainly has to be replaced */
  readonly email?: string;
}

/** Options of `watchbill init`. */
export interface InitOptions {
  readonly name?: string;
  readonly timeZone?: string;
  readonly handOff?: string;
  readonly person?: readonly string[];
  readonly pipeline?: readonly string[];
  /** Whether defaults are used for everything that was not given. */
  readonly yes?: boolean;
  /** Whether the data is taken from a PagerDuty account; then nothing is asked. */
  readonly fromPagerduty?: boolean;
  /** The version range in `package.json`. @default - this version, and compatible ones */
  readonly package?: string;
}

/**
 * The answers that the options give.
 * @throws UsageError if one is malformed
 */
export function givenAnswers({ name, timeZone, handOff, person, pipeline }: InitOptions): Partial<Answers> {
  return {
    ...(name === undefined ? {} : { name }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(handOff === undefined ? {} : { handOff: handOffOf(handOff) }),
    ...(person === undefined ? {} : { people: person.map(personOf) }),
    ...(pipeline === undefined ? {} : { pipelines: pipeline }),
  };
}

/** The answers that are used if no others are given. */
export const DEFAULTS: Answers = {
  name: 'Our team',
  timeZone: 'Etc/UTC',
  handOff: { day: 'monday', at: '09:00' },
  people: [{ name: 'First Person' }, { name: 'Second Person' }],
  pipelines: ['First pipeline'],
};

/**
 * A hand-off as it is typed: `monday 09:00`.
 * @throws UsageError if it is not two words
 */
export function handOffOf(text: string): HandOffText {
  const [day, at, ...rest] = text.trim().toLowerCase().split(/\s+/);
  if (day === undefined || at === undefined || rest.length > 0) {
    throw new UsageError(`not a hand-off: ${shown(text)}\n  write a day and a time, e.g. "monday 09:00"`);
  }
  return { day, at: at.replace(/^\d:/, '0$&') };
}

/**
 * A person as they are typed: `Ada Lovelace <ada@example.com>`, or the name alone.
 * @throws UsageError if there is no name
 */
export function personOf(text: string): PersonAnswer {
  const [, name = text, email] = /^([^<]*)<([^<>]*)>\s*$/.exec(text) ?? [];
  if (name.trim() === '') {
    throw new UsageError(
      `not a name and a log-in: ${shown(text)}\n  write the name, then the PagerDuty log-in: "Ada Lovelace <ada@example.com>"`,
    );
  }
  return { name: name.trim(), ...(email === undefined ? {} : { email: email.trim() }) };
}
