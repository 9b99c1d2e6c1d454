import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { localStateFile } from '../../../state/statePlace';

/** A `local` backend, in synthesized Terraform and in Terraform's record. */
interface Json {
  readonly terraform?: { readonly backend?: { readonly local?: { readonly path?: unknown } } };
  readonly backend?: { readonly config?: { readonly path?: unknown } };
}

/**
 * Terraform records in a stack's folder where the state is kept, and once that is elsewhere it wants
 * to move the state. A sandbox's state must never become the accounts', nor theirs a sandbox's: each
 * has its own record, and that of the other is put aside.
 * @param folder the stack's, synthesized
 * @param stack the stack's name
 */
export function useOwnRecord(folder: string, stack: string): void {
  const isSandbox = (path: unknown) => String(path).endsWith(localStateFile(stack, true));
  const [present, ofSandbox, ofAccounts] = ['', '.sandbox', '.accounts'].map((word) =>
    join(folder, '.terraform', `terraform.tfstate${word}`),
  ) as [string, string, string];
  const wanted = isSandbox(jsonIn(join(folder, 'cdk.tf.json')).terraform?.backend?.local?.path);
  if (existsSync(present)) {
    const found = isSandbox(jsonIn(present).backend?.config?.path);
    if (found === wanted) return;
    renameSync(present, found ? ofSandbox : ofAccounts);
  }
  const own = wanted ? ofSandbox : ofAccounts;
  if (existsSync(own)) renameSync(own, present);
}

function jsonIn(path: string): Json {
  return Object(JSON.parse(readFileSync(path, 'utf8')));
}
