import type { Organization, Responder } from '../src/catalog';
import type { RotationCover } from '../src/constructs';
import type { Watch } from '../src/roster';
import type { UserLookup } from './users';

/** The covers of a roster. A layer's name says who covers for whom, never why. */
export function coversOf(
  shifts: readonly Watch<Responder>[],
  { timeZone }: Pick<Organization, 'timeZone'>,
  users: UserLookup,
): RotationCover[] {
  return shifts
    .filter((shift) => shift.reason === 'cover')
    .map(({ from, until, onDuty, rostered }) => ({
      from,
      until,
      user: users.responder(onDuty.id),
      name: `Cover ${from.toZonedDateTimeISO(timeZone).toPlainDate()}: ${onDuty.name} for ${rostered.name}`,
    }));
}
