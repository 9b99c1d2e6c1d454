import type { Block } from '../terraform/block';

/**
 * The id in a PagerDuty reference, which also repeats the object's name and addresses.
 * @throws DeploymentError if the reference is of another type
 */
export function readReference(block: Block, types: readonly string[]): string {
  block.oneOf('type', types);
  const id = block.text('id');
  block.ignore('summary', 'self', 'html_url', 'name', 'email', 'deleted_at');
  block.ignoreEmpty();
  block.done();
  return id;
}
