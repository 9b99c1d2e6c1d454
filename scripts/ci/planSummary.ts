import { fenced, folded } from './markdown';

/** What a plan does to an object; imports are counted besides. */
export const ACTIONS = ['create', 'update', 'replace', 'destroy', 'forget'] as const;
export type Action = (typeof ACTIONS)[number];

/** What one stack's plan would do. */
export interface StackPlan {
  readonly stack: string;
  readonly changes: readonly { readonly address: string; readonly action: Action }[];
  /** Addresses of what would be imported. */
  readonly imports: readonly string[];
}

/** Terraform's words for them; none is what changes nothing. */
const OF_TERRAFORM: Readonly<Record<string, Action | undefined>> = {
  create: 'create',
  update: 'update',
  delete: 'destroy',
  forget: 'forget',
  'delete,create': 'replace',
  'create,delete': 'replace',
  'create,forget': 'replace',
  'no-op': undefined,
  read: undefined,
};

const SIGN: Readonly<Record<Action, string>> = {
  create: '+',
  update: '~',
  replace: '-/+',
  destroy: '-',
  forget: '.',
};

/**
 * What `terraform show -json` says of a saved plan, without a value of it: values may be secrets.
 * @throws Error where it is none, or does what is not known here
 * @see https://developer.hashicorp.com/terraform/internals/json-format
 */
export function stackPlan(stack: string, json: unknown): StackPlan {
  const { resource_changes: listed = [], format_version: version, errored } = json as PlanJson;
  if (
    typeof version !== 'string' ||
    !version.startsWith('1.') ||
    !Array.isArray(listed) ||
    errored === true
  ) {
    throw new Error(`${stack}: terraform show -json gave no whole plan of format 1`);
  }
  const changes = listed.flatMap(({ address, change: { actions } }) => {
    const words = actions.join();
    if (!Object.hasOwn(OF_TERRAFORM, words)) throw new Error(`${stack}: ${address}: unknown action ${words}`);
    const action = OF_TERRAFORM[words];
    return action === undefined ? [] : [{ address, action }];
  });
  const imports = listed.filter(({ change }) => 'importing' in change).map(({ address }) => address);
  return { stack, changes, imports };
}

interface PlanJson {
  readonly format_version?: unknown;
  readonly errored?: unknown;
  readonly resource_changes?: readonly {
    readonly address: string;
    readonly change: { readonly actions: readonly string[]; readonly importing?: unknown };
  }[];
}

/** The plans of all stacks as Markdown: counts, and the addresses folded. */
export function planMarkdown(plans: readonly StackPlan[]): string {
  const shown = [...ACTIONS, 'import'] as const;
  const rows = plans.map(({ stack, changes, imports }) => {
    const counts = ACTIONS.map((action) => changes.filter((each) => each.action === action).length);
    return `| ${[stack, ...counts, imports.length].join(' | ')} |`;
  });
  const table = [`| stack | ${shown.join(' | ')} |`, `|${'---|'.repeat(shown.length + 1)}`, ...rows].join(
    '\n',
  );
  const lines = plans.map(({ stack, changes, imports }) => ({
    stack,
    text: [
      ...changes.map(({ address, action }) => `${SIGN[action].padEnd(3)} ${address}`),
      ...imports.map((address) => `<=  ${address}`),
    ].join('\n'),
  }));
  const details = lines
    .filter(({ text }) => text !== '')
    .map(({ stack, text }) => folded(stack, fenced(text)));
  const verdict = details.length === 0 ? 'Nothing: what is deployed is as the plan wants it.' : table;
  return `${['### What a deploy would change', verdict, ...details].join('\n\n')}\n`;
}
