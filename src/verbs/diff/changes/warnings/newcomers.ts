import type { Catalog } from '../../../../catalog';
import { emailKey } from '../../../../text/email';
import type { Comparison } from '../comparison';
import type { Warning } from '../diff';

/**
 * New people and desks, with the log-in that PagerDuty will page (DIFF013): a name does not say
 * whose phone rings. No warnings for a new team, where everybody is new.
 */
export function newcomerWarnings({ before, after, isNewTeam }: Comparison): Warning[] {
  if (isNewTeam) return [];
  const old = logInsOf(before.catalog);
  const known = new Set(old.map(({ id }) => id));
  return logInsOf(after.catalog)
    .filter(({ id }) => !known.has(id))
    .map(({ id, name, email }) => {
      const owner = old.find((each) => emailKey(each.email) === emailKey(email));
      const whose = owner === undefined ? '' : `, which belonged to ${owner.name} (${owner.id})`;
      return {
        code: 'DIFF013' as const,
        message: `${name} (${id}) is new in the data: PagerDuty pages the log-in ${email}${whose}`,
      };
    });
}

interface LogIn {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** The log-ins of everybody and every desk; people and teams share one namespace of ids. */
function logInsOf({ people, teams }: Catalog): readonly LogIn[] {
  const desks = teams.flatMap(({ id, desk }) => (desk === undefined ? [] : [{ id, ...desk }]));
  return [...people, ...desks];
}
