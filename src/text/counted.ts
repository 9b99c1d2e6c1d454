/**
 * A number and its noun, in the singular or the plural.
 * @example
 * counted(1, 'week') // '1 week'
 * counted(8, 'week') // '8 weeks'
 */
export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
