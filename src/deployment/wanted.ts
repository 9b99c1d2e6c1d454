import { MARK, MARK_TAG } from '../text/mark';
import type { Wanted } from './api/account';
import type { Deployment } from './deployment';

/** What to look for in the vendors' accounts: everything expected, and everything with our mark. */
export function wantedOf(expected: Deployment): Wanted {
  const names = (objects: readonly { readonly name: string }[]) => objects.map(({ name }) => name);
  return {
    schedules: names(expected.schedules),
    escalationPolicies: names(expected.escalationPolicies),
    services: names(expected.services),
    handles: names(expected.handles),
    monitors: names(expected.monitors),
    tag: MARK_TAG,
    description: MARK,
  };
}
