import type { Temporal } from 'temporal-polyfill';
import { INVISIBLE } from '../text/visible';

/** JSON's own escapes leave these: C1 controls, which a terminal obeys, marks of direction, and their like. */
const UNSEEN = new RegExp(INVISIBLE.source, 'gu');

/**
 * JSON for programs, indented, with a line break at the end. Characters that nobody sees
 * are escaped, which says the same to a program and nothing to a terminal.
 */
export function jsonText(value: unknown): string {
  const json = JSON.stringify(value, undefined, 2);
  return `${json.replace(UNSEEN, (character) => (character === '\n' ? '\n' : escaped(character)))}\n`;
}

function escaped(character: string): string {
  return [...Array(character.length).keys()]
    .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
    .join('');
}

/** An instant in RFC 3339 with the zone's offset, e.g. `2026-11-23T09:00:00+08:00`. */
export function instantJson(instant: Temporal.Instant, timeZone: string): string {
  return instant.toZonedDateTimeISO(timeZone).toString({ timeZoneName: 'never' });
}
