import { z } from 'zod';
import { answered } from '../../../../vendors/answer';
import type { Finder } from '../finder';
import { oneOf } from '../match';
import { textOf } from '../resource';

const objects = z.array(z.object({ id: z.string(), description: z.string().nullish() }).loose());

/**
 * Finds an object by its name. PagerDuty refuses a name that differs only in upper and
 * lower case as a duplicate, so such a one is meant where none is exactly the same.
 *
 * @param path of the list, e.g. `/teams`
 * @param key the answer's key that holds it
 * @param name the attribute that names the object
 */
export function named(path: string, key: string, name = 'name'): Finder {
  return async (resource, { pagerDuty, once }) => {
    const wanted = textOf(resource, name);
    const all = await once(`PagerDuty ${path}`, async () =>
      answered('PagerDuty', `GET ${path}`, objects, await pagerDuty.list(path, key)),
    );
    const candidates = all
      .map(({ id, description, [name]: called }) => ({ id, description, called: String(called) }))
      .filter(({ called }) => folded(called) === folded(wanted));
    const exact = candidates.filter(({ called }) => called === wanted);
    return oneOf(resource, exact.length > 0 ? exact : candidates);
  };
}

function folded(text: string): string {
  return text.trim().toLowerCase();
}
