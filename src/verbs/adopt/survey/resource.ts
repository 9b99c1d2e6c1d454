import { z } from 'zod';
import { parseReference } from '../../../deployment/terraform/reference';
import { unescapeText } from '../../../deployment/terraform/text';

/** A resource or data source that would be deployed. */
export interface Resource {
  /** Name of the stack in which it is. */
  readonly stack: string;
  /** e.g. `pagerduty_team.ba`, `data.pagerduty_user.aidil` */
  readonly address: string;
  /** The address without the name. */
  readonly type: string;
  /** As Terraform reads them. */
  readonly attributes: Readonly<Record<string, unknown>>;
}

const objects = z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))).default({});
const stackSchema = z.object({
  '//': z.object({ metadata: z.object({ stackName: z.string() }) }),
  resource: objects,
  data: objects,
});

/**
 * What the stacks consist of, data sources included, in the order in which it stands.
 * @param stacks parsed `cdk.tf.json`
 */
export function resourcesOf(stacks: readonly unknown[]): Resource[] {
  return stacks.flatMap((json) => {
    const { '//': remarks, resource, data } = stackSchema.parse(json);
    const of = (prefix: string, types: z.infer<typeof objects>) =>
      Object.entries(types).flatMap(([type, named]) =>
        Object.entries(named).map(([name, attributes]) => ({
          stack: remarks.metadata.stackName,
          address: `${prefix}${type}.${name}`,
          type: `${prefix}${type}`,
          attributes,
        })),
      );
    return [...of('', resource), ...of('data.', data)];
  });
}

/** Whether it only looks something up. */
export function isDataSource({ type }: Resource): boolean {
  return type.startsWith('data.');
}

/**
 * A text of a resource, as the vendor receives it.
 * @throws Error where there is none, or only Terraform can say what it is
 */
export function textOf({ address, attributes }: Resource, key: string): string {
  const value = attributes[key];
  const text = typeof value === 'string' ? unescapeText(value) : undefined;
  if (text === undefined) throw new Error(`${address}: ${key} is not known before it is deployed`);
  return text;
}

/**
 * The address that a value refers to by its id.
 * @throws Error where it is no such reference
 */
export function targetOf({ address }: Resource, value: unknown): string {
  const reference = typeof value === 'string' ? parseReference(value) : undefined;
  if (reference?.attribute === 'id') return reference.target;
  throw new Error(`${address}: ${JSON.stringify(value)} does not refer to the id of another object`);
}
