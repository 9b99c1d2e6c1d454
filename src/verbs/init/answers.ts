import { UsageError } from '../../text/usageError';
import { shown } from '../../text/visible';
import type { HandOffText } from './teamData';

/** What a new repository is made of, as it was typed. */
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
  /** @default - an address that is plainly to be replaced */
  readonly email?: string;
}

/** Options of `watchbill init`. */
export interface InitOptions {
  readonly name?: string;
  readonly timeZone?: string;
  readonly handOff?: string;
  readonly person?: readonly string[];
  readonly pipeline?: readonly string[];
  /** Whether what was not given is left to the defaults. */
  readonly yes?: boolean;
  /** Whether the data is what a PagerDuty account says; then nothing is asked. */
  readonly fromPagerduty?: boolean;
  /** What `package.json` asks npm for. @default - this version, and what is compatible with it */
  readonly package?: string;
}

/**
 * What the options say.
 * @throws UsageError where one is malformed
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

/** What is written where nothing else was said. */
export const DEFAULTS: Answers = {
  name: 'Our team',
  timeZone: 'Etc/UTC',
  handOff: { day: 'monday', at: '09:00' },
  people: [{ name: 'First Person' }, { name: 'Second Person' }],
  pipelines: ['First pipeline'],
};

/**
 * A hand-off as it is typed: `monday 09:00`.
 * @throws UsageError where it is not two words
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
 * @throws UsageError where there is no name
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
