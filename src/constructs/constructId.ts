/**
 * The construct id of an id that people chose. The `constructs` library keeps the children
 * of a construct in a plain object, in which every word that JavaScript's objects know is
 * taken before the first child is there: `constructor` is an id like any other to a team.
 *
 * @example
 * constructId('aggregate-profit') // 'aggregate-profit'
 * constructId('constructor') // 'constructor_'
 */
export function constructId(id: string): string {
  return id in Object.prototype ? `${id}_` : id;
}

/**
 * What {@link constructId} was given: ids do not end in an underscore.
 * @example
 * chosenId('constructor_') // 'constructor'
 */
export function chosenId(segment: string): string {
  return segment.replace(/_$/, '');
}
