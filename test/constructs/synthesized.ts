import { type Construct, TerraformStack, Testing } from '../../src/constructs/cdktf';

/** Resources by type and address, as Terraform reads them. */
export interface Synthesized {
  readonly resource: Record<string, Record<string, Record<string, unknown>>>;
  readonly data?: Record<string, Record<string, Record<string, unknown>>>;
}

/** What a stack becomes in which only `build` has made something. */
export function synthesized(build: (stack: Construct) => void): Synthesized {
  const stack = new TerraformStack(Testing.app(), 'test');
  build(stack);
  return JSON.parse(Testing.synth(stack)) as Synthesized;
}

/** The only resource of a type. */
export function only(json: Synthesized, type: string): Record<string, unknown> {
  const resources = Object.values(json.resource[type] ?? {});
  expect(resources).toHaveLength(1);
  return resources[0] ?? {};
}
