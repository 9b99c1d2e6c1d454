import { Annotations, TerraformResource, type TerraformStack } from '../src/constructs/cdktf';
import type { ImportEntry, ImportsFile } from '../src/state/importsFile';

/**
 * Adds an import block for each entry of the file, so that Terraform adopts what exists. A block
 * has no effect once the object is in Terraform's state. An entry whose address no stack has gets
 * a warning: its object is gone from the data.
 *
 * `TerraformResource.importFrom` makes the same blocks, but runs `terraform version` for every
 * object, twelve seconds for 74, and fails without Terraform, which synthesis does not need.
 *
 * @see https://developer.hashicorp.com/terraform/language/import
 */
export function importExisting(stacks: readonly TerraformStack[], { path, entries }: ImportsFile): void {
  const [first] = stacks;
  for (const stack of stacks) {
    const addresses = addressesOf(stack);
    const own = entries.filter((each) => each.stack === stack.node.id);
    const known = own.filter(({ address }) => addresses.has(address));
    if (known.length > 0) {
      stack.addOverride(
        'import',
        known.map(({ address, importId }) => ({ id: importId, to: address })),
      );
    }
    warn(
      stack,
      path,
      own.filter((each) => !known.includes(each)),
    );
  }
  const names = stacks.map(({ node }) => node.id);
  if (first !== undefined) {
    warn(
      first,
      path,
      entries.filter(({ stack }) => !names.includes(stack)),
    );
  }
}

function addressesOf(stack: TerraformStack): Set<string> {
  const resources = stack.node.findAll().filter((each) => TerraformResource.isTerraformResource(each));
  return new Set(resources.map((each) => `${each.terraformResourceType}.${each.friendlyUniqueId}`));
}

function warn(on: TerraformStack, path: string, entries: readonly ImportEntry[]): void {
  for (const { stack, address, line } of entries) {
    Annotations.of(on).addWarning(
      `${path}:${line}: stack ${stack} has no ${address} any more; remove the line`,
    );
  }
}
