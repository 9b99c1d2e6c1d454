import * as z from 'zod';
import { sameEmail } from '../../../../text/email';
import { answered } from '../../../../vendors/answer';
import type { Finder } from '../finder';
import { NONE, oneOf } from '../match';
import { textOf } from '../resource';

const objects = z.array(z.object({ id: z.string() }).loose());

/** The attributes by which data sources look up, and how they compare. */
const SAME = {
  // The provider insists on the account's own spelling, but that is reported elsewhere.
  email: sameEmail,
  name: (one: string, other: string) => one === other,
} as const;

/**
 * Finds the object that a data source looks up.
 * @param path the list's path, e.g. `/users`
 * @param attribute the attribute to look up by
 */
export function lookedUp(path: '/users' | '/vendors', attribute: 'email' | 'name'): Finder {
  return async (resource, { pagerDuty, once }) => {
    const wanted = textOf(resource, attribute);
    const found = await once(`PagerDuty ${path} ${wanted}`, async () =>
      answered(
        'PagerDuty',
        `GET ${path}`,
        objects,
        await pagerDuty.list(path, path.slice(1), { query: wanted }),
      ),
    );
    const same = found.filter(
      ({ [attribute]: text }) => typeof text === 'string' && SAME[attribute](text, wanted),
    );
    // Nothing is imported here, so Terraform may judge whether there is exactly one.
    return same.length === 0 ? NONE : oneOf(resource, [{ id: same[0]?.id ?? '', called: wanted }]);
  };
}
