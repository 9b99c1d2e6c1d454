/**
 * A text as an SQL literal: inert whatever it contains.
 * @throws RangeError for a text with a NUL, which PostgreSQL cannot hold
 * @example
 * literal("Thiru's") // "'Thiru''s'"
 */
export function literal(text: string): string {
  if (text.includes('\0')) throw new RangeError('a text with a NUL is no SQL literal');
  const quoted = `'${text.replaceAll("'", "''")}'`;
  // A backslash means itself only where standard_conforming_strings is on; E'' says it anywhere.
  return text.includes('\\') ? `E${quoted.replaceAll('\\', '\\\\')}` : quoted;
}

/**
 * A name as an SQL identifier.
 * @example
 * identifier('wb_aggregate-profit') // '"wb_aggregate-profit"'
 */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/**
 * The rows of a `VALUES` list, one a line.
 * @param rows SQL expressions, as many in each row
 */
export function rowsText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `  (${row.join(', ')})`).join(',\n');
}
