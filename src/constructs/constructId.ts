/**
 * The construct id for an id that people chose. The `constructs` library keeps the children of
 * a construct in a plain object, in which names such as `constructor` are taken from the start;
 * to a team they are ids like any other.
 *
 * @example
 * constructId('aggregate-profit') // 'aggregate-profit'
 * constructId('constructor') // 'constructor_'
 */
export function constructId(id: string): string {
  return id in Object.prototype ? `${id}_` : id;
}

/**
 * The id that {@link constructId} was given; ids do not end in an underscore.
 * @example
 * chosenId('constructor_') // 'constructor'
 */
export function chosenId(segment: string): string {
  return segment.replace(/_$/, '');
}
