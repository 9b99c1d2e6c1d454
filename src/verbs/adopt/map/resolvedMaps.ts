import { didYouMean, nearest } from '../../../text/nearest';
import { shellWord } from '../../../text/shellWord';
import { UsageError } from '../../../text/usageError';
import { shown } from '../../../text/visible';
import { isMappable, type Resource } from '../survey';
import type { ParsedMap } from './parsedMaps';

/**
 * The objects that are to be taken over, by the address of what takes each over.
 * @param resources what would be deployed
 * @throws UsageError with every problem and its code: ADOP002 for what would not be deployed or
 *   has no name of its own, ADOP003 if several addresses are meant, ADOP004 if an address or an
 *   object is mapped twice
 */
export function resolvedMaps(
  maps: readonly ParsedMap[],
  resources: readonly Resource[],
): ReadonlyMap<string, string> {
  const resolved = new Map<string, ParsedMap>();
  const claims = new Map<string, ParsedMap>();
  const problems: string[] = [];
  for (const map of maps) {
    const address = addressOf(map, resources);
    if (address.found === undefined) {
      problems.push(address.problem);
      continue;
    }
    const before = claims.get(address.found) ?? claims.get(objectIn(address.found, map));
    if (before !== undefined) problems.push(twice(map, before));
    else resolved.set(address.found, map);
    claims.set(address.found, map).set(objectIn(address.found, map), map);
  }
  if (problems.length > 0) throw new UsageError(`${problems.join('\n')}\nnothing was looked for`);
  return new Map([...resolved].map(([address, { object }]) => [address, object]));
}

type Address = { readonly found: string } | { readonly found?: undefined; readonly problem: string };

function addressOf({ key, where, object }: ParsedMap, resources: readonly Resource[]): Address {
  const exact = resources.find(({ address }) => address === key);
  if (exact !== undefined && !isMappable(exact)) {
    return {
      problem: `ADOP002: ${where}: ${key} is recognized by more than its name\n  leave it out: npx watchbill adopt finds it by itself if it exists`,
    };
  }
  const mappable = resources.filter(isMappable).map(({ address }) => address);
  const [only, ...others] = mappable.filter((address) => address === key || nameIn(address) === key);
  if (only === undefined) return { problem: unknown(key, where, mappable) };
  if (others.length === 0) return { found: only };
  const commands = [only, ...others].map((address) => `  --map ${address}=${shellWord(object)}`);
  return {
    problem: `ADOP003: ${where}: ${shown(key)} is several objects; say which\n${commands.join('\n')}`,
  };
}

function unknown(key: string, where: string, known: readonly string[]): string {
  const names = known.map(nameIn);
  const isAddress = key.includes('.') || nearest(key, names) === undefined;
  const hint = didYouMean(key, isAddress ? known : names, 'addresses');
  return `ADOP002: ${where}: nothing of that address would be deployed\n  ${hint}`;
}

function twice({ where }: ParsedMap, before: ParsedMap): string {
  return `ADOP004: ${where}: ${before.where} says the same address or the same object\n  name each address and each object once`;
}

/** An object as only objects of its type are called. */
function objectIn(address: string, { object }: ParsedMap): string {
  return `${address.slice(0, address.indexOf('.'))} ${object}`;
}

/** An address without its type. */
function nameIn(address: string): string {
  return address.slice(address.indexOf('.') + 1);
}
