import { slug } from 'github-slugger';
import type { Temporal } from 'temporal-polyfill';
import type { Organization } from '../../catalog';
import type { Shift } from '../../roster';

/**
 * Names the shifts of one rotation, in order. A subscribed calendar replaces an event that
 * comes again under its UID, so a UID is what stays the same of a shift: the rotation, the
 * local date on which the turn begins, the person, and the how-manieth shift of this person
 * in this turn it is.
 *
 * - A cover that cuts a shift changes the end of the event that was there; the cover and the
 *   rest of the shift are new events. Taken back, they go and the first event is whole again.
 * - Nobody's event ever becomes somebody else's: the person is a part of the name.
 * - A hand-off at another time of the day, or a horizon that moves on, changes an event in place.
 */
export class Uids {
  private readonly counts = new Map<string, number>();

  constructor(
    private readonly organization: Pick<Organization, 'name' | 'timeZone'>,
    private readonly rotation: string,
  ) {}

  /**
   * The UID of the next shift. All shifts of a turn have to be asked for, from its first on.
   * @example
   * uids.next(shift) // 'growth.2026-12-07.spencer.1@xyz-tech.watchbill'
   */
  next({ turn, onDuty }: Pick<Shift, 'turn' | 'onDuty'>): string {
    const key = `${this.rotation}.${this.dateOf(turn.from)}.${onDuty.id}`;
    const count = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, count);
    return `${key}.${count}@${slug(this.organization.name)}.watchbill`;
  }

  private dateOf(at: Temporal.Instant): string {
    return at.toZonedDateTimeISO(this.organization.timeZone).toPlainDate().toString();
  }
}
