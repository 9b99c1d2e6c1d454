import type { Accounts } from './finder';
import { finderOf, isLocal } from './finders';
import type { Found, Match, Undecided } from './match';
import { isDataSource, type Resource, resourcesOf, targetOf } from './resource';

/** Where a resource is. */
type Place = Pick<Resource, 'stack' | 'address' | 'type'>;

/** A resource and the object that it takes over. */
export type FoundObject = Place & Omit<Found, 'kind'>;

/** Which of the objects that would be deployed exist already; each list in the order of the stacks. */
export interface Survey {
  readonly found: readonly FoundObject[];
  readonly undecided: readonly (Place & Omit<Undecided, 'kind'>)[];
  /** The number of objects that would be deployed. */
  readonly objects: number;
}

/**
 * Looks in both accounts for the objects that would be deployed, without changing anything.
 * @param stacks parsed `cdk.tf.json`
 * @throws VendorError
 */
export async function survey(
  stacks: readonly unknown[],
  apis: Pick<Accounts, 'pagerDuty' | 'datadog'>,
): Promise<Survey> {
  const all = resourcesOf(stacks);
  const resources = all.filter((each) => !isDataSource(each));
  // Fail on an unknown type before asking anybody.
  for (const { type } of resources) finderOf(type);
  const matchOf = matcher(all, apis);
  const found: FoundObject[] = [];
  const undecided: Survey['undecided'][number][] = [];
  const taken = new Map<string, string>();
  for (const resource of resources) {
    const { stack, address, type } = resource;
    const match = await matchOf(resource);
    if (match.kind === 'none') continue;
    const { kind, ...rest } = distinct(type, match, address, taken);
    if ('problem' in rest) undecided.push({ stack, address, type, ...rest });
    else found.push({ stack, address, type, ...rest });
  }
  return { found, undecided, objects: resources.filter(({ type }) => !isLocal(type)).length };
}

/** Finds the match of a resource once, after the matches of the resources that it refers to. */
function matcher(
  all: readonly Resource[],
  apis: Pick<Accounts, 'pagerDuty' | 'datadog'>,
): (resource: Resource) => Promise<Match> {
  const byPlace = new Map(all.map((each) => [`${each.stack} ${each.address}`, each]));
  const memory = new Map<string, unknown>();
  const once = <T>(question: string, ask: () => Promise<T>): Promise<T> => {
    if (!memory.has(question)) memory.set(question, ask());
    return memory.get(question) as Promise<T>;
  };
  const accounts: Accounts = {
    ...apis,
    once,
    idOf: async (from, reference) => {
      const target = byPlace.get(`${from.stack} ${targetOf(from, reference)}`);
      if (target === undefined) throw new Error(`${from.address} refers to what its stack does not contain`);
      const found = await match(target);
      return found.kind === 'found' ? found.id : undefined;
    },
  };
  const match = (resource: Resource): Promise<Match> =>
    once(`match ${resource.stack} ${resource.address}`, () => finderOf(resource.type)(resource, accounts));
  return match;
}

/** Keeps two addresses from taking over the same object. */
function distinct(
  type: string,
  match: Found | Undecided,
  address: string,
  taken: Map<string, string>,
): Found | Undecided {
  if (match.kind === 'undecided') return match;
  const key = `${type} ${match.importId}`;
  const other = taken.get(key);
  taken.set(key, address);
  if (other === undefined) return match;
  return {
    kind: 'undecided',
    problem: `${match.id} also matches ${other}`,
    wayOut: 'give one of the two another name in the data',
  };
}
