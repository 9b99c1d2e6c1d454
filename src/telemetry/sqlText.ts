/**
 * Quotes a text as an SQL literal, inert whatever it contains.
 * @throws RangeError if the text contains NUL, which PostgreSQL cannot store
 * @example
 * literal("Thiru's") // "'Thiru''s'"
 */
export function literal(text: string): string {
  if (text.includes('\0')) throw new RangeError('an SQL literal cannot contain NUL');
  const quoted = `'${text.replaceAll("'", "''")}'`;
  // A plain '' string takes backslashes literally only if standard_conforming_strings is on; E'' always works.
  return text.includes('\\') ? `E${quoted.replaceAll('\\', '\\\\')}` : quoted;
}

/**
 * Quotes a name as an SQL identifier.
 * @example
 * identifier('wb_aggregate-profit') // '"wb_aggregate-profit"'
 */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/**
 * The rows of a `VALUES` list, one per line.
 * @param rows SQL expressions, the same number in each row
 */
export function rowsText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `  (${row.join(', ')})`).join(',\n');
}
