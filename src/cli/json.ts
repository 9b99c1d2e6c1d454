import type { Temporal } from 'temporal-polyfill';
import { EACH_INVISIBLE } from '../text/visible';
import { instantText } from '../time/instantText';

/**
 * Indented JSON with a final line break. Invisible characters are escaped, also those that JSON does
 * not escape (C1 controls, which a terminal obeys, marks of direction, and the like): the same to a
 * program, harmless to a terminal.
 */
export function jsonText(value: unknown): string {
  const json = JSON.stringify(value, undefined, 2);
  return `${json.replace(EACH_INVISIBLE, (character) => (character === '\n' ? '\n' : escaped(character)))}\n`;
}

function escaped(character: string): string {
  return [...Array(character.length).keys()]
    .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
    .join('');
}

const SECOND = 1_000_000_000n;

/** An instant as RFC 3339 with the zone's offset, and with parts of a second if it has any, e.g. `2026-11-23T09:00:00+08:00`. */
export function instantJson(instant: Temporal.Instant, timeZone: string): string {
  if (instant.epochNanoseconds % SECOND === 0n) return instantText(instant, timeZone);
  return instant.toZonedDateTimeISO(timeZone).toString({ timeZoneName: 'never' });
}
