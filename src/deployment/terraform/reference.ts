/** A reference from one Terraform object to an attribute of another. */
export interface Reference {
  /** Terraform address of the object that is referred to, e.g. `data.pagerduty_user.aidil`. */
  readonly target: string;
  /** The address without the name, e.g. `data.pagerduty_user`. */
  readonly type: string;
  /** The attribute that is referred to, e.g. `id`. */
  readonly attribute: string;
  /** The object that refers, for errors. */
  readonly address: string;
  /** The place in it that refers, for errors. */
  readonly path: string;
}

const REFERENCE = /^\$\{((?:data\.)?[a-z][a-z0-9_]*)\.([A-Za-z_][A-Za-z0-9_-]*)\.([a-z_]+)\}$/;

/**
 * Parses a string that is exactly one reference, as CDKTF writes it.
 * @returns undefined for anything else: text, functions, indexes, several references
 * @example
 * parseReference('${pagerduty_schedule.growth.id}');
 * // { type: 'pagerduty_schedule', target: 'pagerduty_schedule.growth', attribute: 'id' }
 */
export function parseReference(text: string): Pick<Reference, 'target' | 'type' | 'attribute'> | undefined {
  const [, type, name, attribute] = REFERENCE.exec(text) ?? [];
  if (type === undefined || name === undefined || attribute === undefined) return undefined;
  return { type, target: `${type}.${name}`, attribute };
}
