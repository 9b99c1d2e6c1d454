/** What a plan does to an object; imports are counted besides. */
export const ACTIONS = ['create', 'update', 'replace', 'destroy', 'forget'] as const;
export type Action = (typeof ACTIONS)[number];

/** What one stack's plan would do. Values in it may be secrets. */
export interface StackPlan {
  readonly stack: string;
  readonly changes: readonly PlannedChange[];
  /** What would be imported, whether it is changed or not. */
  readonly imports: readonly { readonly address: string; readonly id: string }[];
  /** What the plan has looked up or knew before, by the vendors' ids. */
  readonly known: ReadonlyMap<string, KnownObject>;
  /** Values that nobody may see. */
  readonly secrets: readonly string[];
  /** Names of all stacks at the last deploy; only one stack has them, see `stacks/stackRecord.ts`. */
  readonly recorded: readonly string[];
}

/** One object that is changed. */
export interface PlannedChange {
  readonly address: string;
  /** E.g. `pagerduty_schedule`. */
  readonly type: string;
  /** The last part of the address. */
  readonly name: string;
  readonly action: Action;
  /** Attributes as they are; empty if it is created. */
  readonly before: Attributes;
  /** Attributes as they will be; empty if it is removed. */
  readonly after: Attributes;
  /** True at each attribute that is known only after the apply. */
  readonly unknown: unknown;
  /** True at each attribute that is a secret, before or after. */
  readonly secret: readonly unknown[];
}

/** Attributes of an object, in Terraform's own names. */
export type Attributes = Readonly<Record<string, unknown>>;

/** An object that the plan knows. */
export interface KnownObject {
  readonly address: string;
  readonly type: string;
  readonly values: Attributes;
}

/** Terraform's words for actions; undefined for what changes nothing. */
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
/** Names of attributes that are secrets although no provider marks them; PagerDuty's integration key is one. */
const SECRET = /(^|_)(key|token|secret|password)$/;
/** Where a state keeps the names of all stacks. */
const RECORD = 'terraform_data.stacks';
const STACK = /^(on-call|monitors)(-[a-z0-9]+)*$/;
/** Shorter texts, in characters, are no secrets and occur in ordinary words. */
const SHORTEST_SECRET = 8;

/**
 * What `terraform show -json` says of a saved plan.
 * @throws Error if it is not a complete plan, or has an action that is not known here
 * @see https://developer.hashicorp.com/terraform/internals/json-format
 */
export function stackPlan(stack: string, json: unknown): StackPlan {
  const { resource_changes: listed = [], format_version: version, errored, prior_state } = json as PlanJson;
  if (
    typeof version !== 'string' ||
    !version.startsWith('1.') ||
    !Array.isArray(listed) ||
    errored === true
  ) {
    throw new Error(`${stack}: terraform show -json printed no whole plan of format 1`);
  }
  const known = new Map(
    (prior_state?.values?.root_module?.resources ?? []).flatMap(({ address, type, values }) =>
      typeof values?.['id'] === 'string' ? [[values['id'], { address, type, values }] as const] : [],
    ),
  );
  return {
    stack,
    changes: listed.flatMap((each) => changeOf(stack, each)),
    imports: listed.flatMap(({ address, change: { importing } }) =>
      importing === undefined ? [] : [{ address, id: String(importing.id ?? '') }],
    ),
    known,
    secrets: [...new Set(listed.flatMap(({ change }) => secretsIn(change)))],
    recorded: recordedIn(listed),
  };
}

/** The names come from a state, which others may have written, and become folders: others than plain ones are left out. */
function recordedIn(listed: readonly ChangeJson[]): string[] {
  const names = listed.find(({ address }) => address === RECORD)?.change.before?.['input'];
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string' && STACK.test(name)) : [];
}

function changeOf(stack: string, { address, type = '', name = '', change }: ChangeJson): PlannedChange[] {
  const words = change.actions.join();
  if (!Object.hasOwn(OF_TERRAFORM, words)) throw new Error(`${stack}: ${address}: unknown action ${words}`);
  const action = OF_TERRAFORM[words];
  if (action === undefined) return [];
  const { before, after, after_unknown, before_sensitive, after_sensitive } = change;
  return [
    {
      address,
      type,
      name,
      action,
      before: before ?? {},
      after: after ?? {},
      unknown: after_unknown ?? false,
      secret: [before_sensitive ?? false, after_sensitive ?? false],
    },
  ];
}

/** Every text that Terraform marks as sensitive, or whose attribute's name says so. */
function secretsIn({ before, after, before_sensitive, after_sensitive }: ChangeJson['change']): string[] {
  return [...textsIn(before, before_sensitive), ...textsIn(after, after_sensitive)].filter(
    (text) => text.length >= SHORTEST_SECRET,
  );
}

function textsIn(value: unknown, mark: unknown): string[] {
  if (typeof value === 'string') return mark === true ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    textsIn(each, mark === true || SECRET.test(key) ? true : (mark as Attributes | undefined)?.[key]),
  );
}

interface PlanJson {
  readonly format_version?: unknown;
  readonly errored?: unknown;
  readonly resource_changes?: readonly ChangeJson[];
  readonly prior_state?: {
    readonly values?: {
      readonly root_module?: {
        readonly resources?: readonly {
          readonly address: string;
          readonly type: string;
          readonly values?: Attributes;
        }[];
      };
    };
  };
}

interface ChangeJson {
  readonly address: string;
  readonly type?: string;
  readonly name?: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly importing?: { readonly id?: unknown };
    readonly before?: Attributes | null;
    readonly after?: Attributes | null;
    readonly after_unknown?: unknown;
    readonly before_sensitive?: unknown;
    readonly after_sensitive?: unknown;
  };
}
