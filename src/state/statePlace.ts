import { createHash } from 'node:crypto';
import type { Backend } from './backendSchema';

/** The kinds of backend that all stacks share. */
type SharedType = Exclude<Backend['type'], 'local'>;

/** A stack's own place in a backend that all stacks share, so that no two stacks share their state. */
const PLACE: Readonly<Record<SharedType, (prefix: string, id: string) => Record<string, unknown>>> = {
  s3: (prefix, id) => ({ key: `${prefix}/${id}.tfstate` }),
  gcs: (prefix, id) => ({ prefix: `${prefix}/${id}` }),
  azurerm: (prefix, id) => ({ key: `${prefix}/${id}.tfstate` }),
  remote: (prefix, id) => ({ workspaces: { name: `${prefix}-${id}` } }),
  pg: (prefix, id) => ({ schema_name: schemaName(`${prefix}_${id.replaceAll('-', '_')}`) }),
};

/**
 * The name of a stack's local state file.
 * @param isSandbox whether the stack is deployed to a sandbox, whose state is a file of its own
 */
export function localStateFile(id: string, isSandbox: boolean): string {
  return `terraform.${id}${isSandbox ? '.sandbox' : ''}.tfstate`;
}

/**
 * The settings of Terraform's `backend` block for one stack.
 * @param id the stack's name
 * @param local the stack's local state file, as Terraform finds it
 * @example
 * stateSettings({ type: 'pg', prefix: 'alerts' }, 'on-call', '') // { schema_name: 'alerts_on_call' }
 */
export function stateSettings(
  { type, ...settings }: Backend,
  id: string,
  local: string,
): Readonly<Record<string, unknown>> {
  if (type === 'local') return { path: local };
  const { prefix, ...others } = settings as { prefix: string };
  return { ...others, ...PLACE[type](prefix, id) };
}

/** PostgreSQL cuts a longer name off, in silence. */
const LONGEST_NAME = 63;

/** A name that stays its own: of a long one, what would be cut off is replaced with a digest. */
function schemaName(name: string): string {
  if (name.length <= LONGEST_NAME) return name;
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return `${name.slice(0, LONGEST_NAME - digest.length - 1)}_${digest}`;
}
