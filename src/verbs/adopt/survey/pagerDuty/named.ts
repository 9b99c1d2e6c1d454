import * as z from 'zod';
import { answered } from '../../../../vendors/answer';
import type { Change } from '../../../drift/differences';
import { chosenOf } from '../choice';
import type { Accounts, Finder } from '../finder';
import { oneOf } from '../match';
import { type Resource, targetOf, textOf } from '../resource';

const objects = z.array(
  z
    .object({
      id: z.string(),
      name: z.string(),
      description: z.string().nullish(),
      team: z.object({ id: z.string(), summary: z.string().nullish() }).nullish(),
    })
    .loose(),
);
type Named = z.infer<typeof objects>[number];

/**
 * Finds an object by its name. PagerDuty treats names that differ only in case as
 * duplicates, so such an object matches unless there is an exact match. A choice comes first.
 *
 * @param path the list's path, e.g. `/teams`
 * @param key the answer's key of the list
 * @param texts further attributes that a deploy sets
 */
export function named(path: string, key: string, texts: readonly string[] = []): Finder {
  return async (resource, { pagerDuty, once, idOf, choiceOf }) => {
    const wanted = textOf(resource, 'name');
    const all = await once(`PagerDuty ${path}`, async () =>
      answered('PagerDuty', `GET ${path}`, objects, await pagerDuty.list(path, key)),
    );
    const alike = all.filter(({ name }) => folded(name) === folded(wanted));
    const exact = alike.filter(({ name }) => name === wanted);
    const chosen = chosenOf(
      all.map(withCalled),
      (exact.length > 0 ? exact : alike).map(withCalled),
      choiceOf(resource),
    );
    if ('kind' in chosen) return chosen;
    if (chosen.length === 0) return { kind: 'none', others: all.map(({ id }) => id) };
    const candidates = chosen.map(async (object) => ({
      id: object.id,
      called: object.called,
      texts: Object.fromEntries(
        ['name', 'description', ...texts].map((attribute) => [attribute, textValue(object[attribute])]),
      ),
      changes: await teamChanges(resource, object, idOf),
    }));
    return oneOf(resource, await Promise.all(candidates));
  };
}

/** The team that owns a business service, the only named object that refers to one. */
async function teamChanges(resource: Resource, { team }: Named, idOf: Accounts['idOf']): Promise<Change[]> {
  const reference = resource.attributes['team'];
  if (reference === undefined || (await idOf(resource, reference)) === team?.id) return [];
  const found = team?.summary ?? team?.id ?? 'nothing';
  return [{ label: 'team', found, expected: targetOf(resource, reference) }];
}

function withCalled(object: Named): Named & { readonly called: string } {
  return { ...object, called: object.name };
}

function textValue(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function folded(text: string): string {
  return text.trim().toLowerCase();
}
