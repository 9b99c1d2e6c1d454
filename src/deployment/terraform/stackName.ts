import { Block } from './block';

/**
 * The name of a synthesized stack, as cdktf notes it.
 * @param json parsed `cdk.tf.json`
 * @throws DeploymentError if it has none
 */
export function stackName(json: unknown): string {
  return Block.of('stack', '', json).block('//').block('metadata').text('stackName');
}

/**
 * The name of the stack of each resource, by its Terraform address.
 * @param stacks parsed `cdk.tf.json` of each stack
 */
export function stacksByAddress(stacks: readonly unknown[]): ReadonlyMap<string, string> {
  return new Map(stacks.flatMap((json) => addressesIn(json).map((address) => [address, stackName(json)])));
}

/** Terraform addresses of a stack's resources. */
function addressesIn(json: unknown): string[] {
  const stack = Block.of('stack', '', json);
  if (!stack.has('resource')) return [];
  const types = stack.block('resource').entries();
  return types.flatMap(([type, named]) => Object.keys(named as object).map((name) => `${type}.${name}`));
}
