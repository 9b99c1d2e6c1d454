import type { Choice } from './choice';
import type { Accounts } from './finder';
import { finderOf, isLocal } from './finders';
import type { Found, Match, Undecided } from './match';
import { isDataSource, type Resource, targetOf } from './resource';

/** Where a resource is. */
type Place = Pick<Resource, 'stack' | 'address' | 'type'>;

/** A resource and the object that it takes over. */
export type FoundObject = Place & Omit<Found, 'kind'> & Pick<Partial<Choice>, 'by'>;

/** Which of the objects that would be deployed exist already; each list in the order of the stacks. */
export interface Survey {
  readonly found: readonly FoundObject[];
  readonly undecided: readonly (Place & Omit<Undecided, 'kind'>)[];
  /** What was not found, while the account has objects of that kind that nothing takes over. */
  readonly mappable: readonly Place[];
  /** The number of objects that would be deployed. */
  readonly objects: number;
}

/**
 * Looks in both accounts for the objects that would be deployed, without changing anything.
 * @param all what would be deployed
 * @param choices by address, for what is taken over whatever its name
 * @throws VendorError
 */
export async function survey(
  all: readonly Resource[],
  apis: Pick<Accounts, 'pagerDuty' | 'datadog'>,
  choices: ReadonlyMap<string, Choice> = new Map(),
): Promise<Survey> {
  const resources = all.filter((each) => !isDataSource(each));
  // Fail on an unknown type before asking anybody.
  for (const { type } of resources) finderOf(type);
  const matchOf = matcher(all, apis, choices);
  const missing: (Place & { readonly others: readonly string[] })[] = [];
  const found: FoundObject[] = [];
  const undecided: Survey['undecided'][number][] = [];
  const taken = new Map<string, string>();
  for (const resource of resources) {
    const { stack, address, type } = resource;
    const match = await matchOf(resource);
    if (match.kind === 'none') {
      missing.push({ stack, address, type, others: match.others ?? [] });
      continue;
    }
    const { kind, ...rest } = distinct(type, match, address, taken);
    if ('problem' in rest) undecided.push({ stack, address, type, ...rest });
    else found.push({ stack, address, type, ...rest, ...chosenBy(rest, choices.get(address)) });
  }
  const mappable = missing
    .filter(({ type, others }) => others.some((id) => !taken.has(`${type} ${id}`)))
    .map(({ others: _, ...place }) => place);
  return { found, undecided, mappable, objects: resources.filter(({ type }) => !isLocal(type)).length };
}

/** Finds the match of a resource once, after the matches of the resources that it refers to. */
function matcher(
  all: readonly Resource[],
  apis: Pick<Accounts, 'pagerDuty' | 'datadog'>,
  choices: ReadonlyMap<string, Choice>,
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
    choiceOf: ({ address }) => choices.get(address),
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

/** Who chose an object that is renamed; nobody if it keeps its name. */
function chosenBy({ changes }: Omit<Found, 'kind'>, choice: Choice | undefined): Pick<Partial<Choice>, 'by'> {
  return choice !== undefined && changes.some(({ label }) => label === 'name') ? { by: choice.by } : {};
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
