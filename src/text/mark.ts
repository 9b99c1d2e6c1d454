/**
 * How people and programs recognize objects that Watchbill manages. Everything that is deployed
 * carries the mark, and `adopt` and `drift` read it back.
 */

/** The tag of every monitor, downtime and catalog entry. */
export const MARK_TAG = 'managed-by:watchbill';

/** The description of objects that have no other one. */
export const MARK = 'Managed by Watchbill';

/**
 * The description of an object that follows from a team's data.
 * @param what e.g. `Pipeline aggregate-profit`
 * @example
 * markedDescription('Rotation growth') // 'Rotation growth. Managed by Watchbill: change the data, not this.'
 */
export function markedDescription(what: string): string {
  return `${what}. ${MARK}: change the data, not this.`;
}

/**
 * The opposite of {@link markedDescription}: what an object represents.
 * @returns undefined for a description without the mark
 * @example
 * markedAs('Rotation growth. Managed by Watchbill: change the data, not this.') // 'Rotation growth'
 */
export function markedAs(description: string): string | undefined {
  const end = description.indexOf(`. ${MARK}`);
  const next = description[end + MARK.length + 2];
  return end > 0 && (next === undefined || !/\w/.test(next)) ? description.slice(0, end) : undefined;
}
