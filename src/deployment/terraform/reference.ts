/** A reference from one Terraform object to an attribute of another. */
export interface Reference {
  /** Terraform address of what is referred to, e.g. `data.pagerduty_user.aidil`. */
  readonly target: string;
  /** The address without the name, e.g. `data.pagerduty_user`. */
  readonly type: string;
  readonly attribute: string;
  /** The object and place that refers, for errors. */
  readonly address: string;
  readonly path: string;
}

const REFERENCE = /^\$\{((?:data\.)?[a-z][a-z0-9_]*)\.([A-Za-z_][A-Za-z0-9_-]*)\.([a-z_]+)\}$/;

/**
 * A string that is one whole reference, as CDKTF writes them.
 * @returns undefined for anything else: text, functions, indexes, several references.
 * @example
 * parseReference('${pagerduty_schedule.growth.id}');
 * // { type: 'pagerduty_schedule', target: 'pagerduty_schedule.growth', attribute: 'id' }
 */
export function parseReference(text: string): Pick<Reference, 'target' | 'type' | 'attribute'> | undefined {
  const [, type, name, attribute] = REFERENCE.exec(text) ?? [];
  if (type === undefined || name === undefined || attribute === undefined) return undefined;
  return { type, target: `${type}.${name}`, attribute };
}
