/** Objects by their address, data sources with `data.` in front. */
export type Objects = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/** An object before and after a deploy. */
export interface Change {
  readonly address: string;
  /** @default - it is created */
  readonly before?: Readonly<Record<string, unknown>>;
  /** @default - it is destroyed */
  readonly after?: Readonly<Record<string, unknown>>;
}

interface Stack {
  readonly [section: string]: Readonly<Record<string, Readonly<Record<string, Record<string, unknown>>>>>;
}

/** What stacks define, without cdktf's comments. */
export function objectsOf(stacks: readonly unknown[]): Objects {
  const objects = new Map<string, Readonly<Record<string, unknown>>>();
  for (const stack of stacks as readonly Stack[]) {
    for (const [section, prefix] of [
      ['resource', ''],
      ['data', 'data.'],
    ] as const) {
      for (const [type, named] of Object.entries(stack[section] ?? {})) {
        for (const [name, { '//': _, ...object }] of Object.entries(named)) {
          objects.set(`${prefix}${type}.${name}`, object);
        }
      }
    }
  }
  return objects;
}

/**
 * What Terraform would change, without asking it: whatever is not the same to the letter, but for
 * what `ignore_changes` names.
 */
export function planOf(deployed: Objects, wanted: Objects): Change[] {
  const changes: Change[] = [];
  for (const address of new Set([...deployed.keys(), ...wanted.keys()])) {
    const [before, after] = [deployed.get(address), wanted.get(address)];
    const isSame = before && after && JSON.stringify(compared(before)) === JSON.stringify(compared(after));
    if (!isSame) changes.push({ address, ...(before && { before }), ...(after && { after }) });
  }
  return changes;
}

/** What is deployed after a plan: what it does not touch keeps the values that are ignored, too. */
export function applied(deployed: Objects, changes: readonly Change[]): Objects {
  const objects = new Map(deployed);
  for (const { address, after } of changes) {
    if (after === undefined) objects.delete(address);
    else objects.set(address, after);
  }
  return objects;
}

/** Objects as one stack's Terraform JSON. */
export function jsonOf(objects: Objects): unknown {
  const [resource, data]: [Named, Named] = [{}, {}];
  for (const [address, object] of objects) {
    const isData = address.startsWith('data.');
    const [type = '', name = ''] = address.slice(isData ? 5 : 0).split('.');
    const section = isData ? data : resource;
    section[type] = { ...section[type], [name]: object };
  }
  return { resource, data };
}

type Named = Record<string, Record<string, unknown>>;

/** The beginnings of recurring downtimes are the only values that are ignored. */
function compared(object: Readonly<Record<string, unknown>>): unknown {
  const { ignore_changes: ignored = [] } = (object['lifecycle'] ?? {}) as {
    ignore_changes?: readonly string[];
  };
  if (ignored.length === 0) return object;
  const copy = structuredClone(object) as { recurring_schedule?: { recurrence: { start?: string }[] } };
  for (const path of ignored) {
    const [, index] = /^recurring_schedule\.recurrence\[(\d)\]\.start$/.exec(path) ?? [];
    const recurrence = copy.recurring_schedule?.recurrence[Number(index)];
    if (recurrence === undefined) throw new Error(`ignores ${path}`);
    delete recurrence.start;
  }
  return copy;
}
