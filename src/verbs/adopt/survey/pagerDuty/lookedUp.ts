import { z } from 'zod';
import { sameEmail } from '../../../../text/email';
import { answered } from '../../../../vendors/answer';
import type { Finder } from '../finder';
import { NONE, oneOf } from '../match';
import { textOf } from '../resource';

const objects = z.array(z.object({ id: z.string() }).loose());

/** By what a data source looks up, and how its text is compared. */
const SAME = {
  // Whoever is there is there: that the provider wants the account's own spelling is another matter.
  email: sameEmail,
  name: (one: string, other: string) => one === other,
} as const;

/**
 * Finds what a data source looks up.
 * @param path of the list, e.g. `/users`
 * @param attribute that is the same, e.g. `email`
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
    // Whether there is exactly one is for Terraform to say: nothing is adopted here.
    return same.length === 0 ? NONE : oneOf(resource, [{ id: same[0]?.id ?? '', called: wanted }]);
  };
}
