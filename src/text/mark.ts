/**
 * How whoever looks at an account sees that an object is ours. What is deployed carries it,
 * and `adopt` and `drift` read it back.
 */

/** The tag of every monitor, downtime and entry of ours. */
export const MARK_TAG = 'managed-by:watchbill';

/** The description of what says nothing else of itself. */
export const MARK = 'Managed by Watchbill';

/**
 * The description of an object of a team's data.
 * @param what e.g. `Pipeline aggregate-profit`
 * @example
 * markedDescription('Rotation growth') // 'Rotation growth. Managed by Watchbill: change the data, not this.'
 */
export function markedDescription(what: string): string {
  return `${what}. ${MARK}: change the data, not this.`;
}

/**
 * What an object of ours stands for, by its description.
 * @returns undefined for a description that is not one of ours
 * @example
 * markedAs('Rotation growth. Managed by Watchbill: change the data, not this.') // 'Rotation growth'
 */
export function markedAs(description: string): string | undefined {
  const end = description.indexOf(`. ${MARK}`);
  const next = description[end + MARK.length + 2];
  return end > 0 && (next === undefined || !/\w/.test(next)) ? description.slice(0, end) : undefined;
}
