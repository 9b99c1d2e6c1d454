import { visible } from './visible';

/**
 * A word for a shell; in quotes where it could mean more.
 * @example
 * shellWord("Data's on-call") // `'Data'\\''s on-call'`
 */
export function shellWord(text: string): string {
  return /^[\w./+-]+$/.test(text) ? text : `'${visible(text).replaceAll("'", `'\\''`)}'`;
}
