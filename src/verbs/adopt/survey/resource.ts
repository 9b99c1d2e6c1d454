import * as z from 'zod';
import { parseReference } from '../../../deployment/terraform/reference';
import { unescapeText } from '../../../deployment/terraform/text';

/** A resource or data source that would be deployed. */
export interface Resource {
  /** The name of its stack. */
  readonly stack: string;
  /** e.g. `pagerduty_team.ba`, `data.pagerduty_user.aidil` */
  readonly address: string;
  /** Its address without the name. */
  readonly type: string;
  /** As in the Terraform JSON. */
  readonly attributes: Readonly<Record<string, unknown>>;
}

const objects = z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))).default({});
const stackSchema = z.object({
  '//': z.object({ metadata: z.object({ stackName: z.string() }) }),
  resource: objects,
  data: objects,
});

/**
 * All resources and data sources of the stacks, in their order.
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

/** Whether a resource is a data source, which only looks something up. */
export function isDataSource({ type }: Resource): boolean {
  return type.startsWith('data.');
}

/** A text of a resource, as the vendor receives it; undefined if there is none before the deploy. */
export function textIn({ attributes }: Resource, key: string): string | undefined {
  const value = attributes[key];
  return typeof value === 'string' ? unescapeText(value) : undefined;
}

/**
 * Like {@link textIn}, for a text that must be there.
 * @throws Error if there is none before the deploy
 */
export function textOf(resource: Resource, key: string): string {
  const text = textIn(resource, key);
  if (text === undefined) throw new Error(`${resource.address}: ${key} is not known before the deploy`);
  return text;
}

/**
 * The address of the object to whose id a value refers.
 * @throws Error if it is not such a reference
 */
export function targetOf({ address }: Resource, value: unknown): string {
  const reference = typeof value === 'string' ? parseReference(value) : undefined;
  if (reference?.attribute === 'id') return reference.target;
  throw new Error(`${address}: ${JSON.stringify(value)} does not refer to the id of another object`);
}
