import type { Attributes, PlannedChange } from './stackPlan';

/**
 * What a stack's synthesized Terraform says of one object, without cdktf's remarks.
 * @param stack parsed `cdk.tf.json`
 * @returns undefined if it has no such object
 */
export function wantedObject(stack: unknown, { type, name }: Pick<PlannedChange, 'type' | 'name'>) {
  const { resource } = (stack ?? {}) as { resource?: Record<string, Record<string, Attributes>> };
  const found = resource?.[type]?.[name];
  if (found === undefined) return undefined;
  const { '//': _remark, lifecycle: _lifecycle, depends_on: _dependsOn, ...wanted } = found;
  return wanted as Attributes;
}

/** Every object of synthesized stacks, as canonical text, by its address. */
export function wantedTexts(stacks: readonly unknown[]): Map<string, string> {
  return new Map(stacks.flatMap(textsOf));
}

function textsOf(stack: unknown): [address: string, text: string][] {
  const { resource } = (stack ?? {}) as { resource?: Record<string, Record<string, Attributes>> };
  return Object.entries(resource ?? {}).flatMap(([type, byName]) =>
    Object.keys(byName).map((name): [string, string] => [
      `${type}.${name}`,
      canonical(wantedObject(stack, { type, name })),
    ]),
  );
}

/** JSON with sorted keys, so that their order does not matter. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
