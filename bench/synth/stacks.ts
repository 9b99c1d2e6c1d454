import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Attributes of one object, as Terraform's JSON spells them. */
export type Attributes = Readonly<Record<string, unknown>>;

/** One synthesized stack. */
export interface SynthesizedStack {
  readonly name: string;
  readonly json: {
    readonly terraform: Attributes;
    readonly provider: Readonly<Record<string, unknown>>;
    readonly resource: Record<string, Record<string, Attributes>>;
    readonly data?: Record<string, Record<string, Attributes>>;
  };
}

/** Both stacks of a folder, without the comments (`//`) in which cdktf notes where in the tree of constructs an object stood. */
export function readStacks(outdir: string): SynthesizedStack[] {
  return ['on-call', 'monitors'].map((name) => {
    const text = readFileSync(join(outdir, 'stacks', name, 'cdk.tf.json'), 'utf8');
    return { name, json: JSON.parse(text, (key, value) => (key === '//' ? undefined : value)) };
  });
}

/** How many objects the stacks have. */
export function objectsIn(stacks: readonly SynthesizedStack[]): number {
  return stacks
    .flatMap(({ json }) => [...Object.values(json.resource), ...Object.values(json.data ?? {})])
    .reduce((sum, byAddress) => sum + Object.keys(byAddress).length, 0);
}
