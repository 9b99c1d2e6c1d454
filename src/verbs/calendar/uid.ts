import { slug } from 'github-slugger';
import type { Temporal } from 'temporal-polyfill';
import type { Organization } from '../../catalog';
import type { Shift } from '../../roster';
import { instantText } from '../../time/instantText';

/**
 * Names the shifts of one rotation, in order. A subscribed calendar updates the event with a
 * known UID, so a UID consists of what identifies a shift for good: the rotation, the local
 * date on which the turn begins, the person, and the shift's ordinal within this person's turn.
 *
 * - A cover that cuts a shift shortens the existing event; the cover and the rest of the shift
 *   are new events. Once the cover is cancelled, they disappear and the first event is whole again.
 * - Nobody's event ever becomes somebody else's, because the person is part of the UID.
 * - A different hand-off time, or a later horizon, changes an event in place.
 */
export class Uids {
  private readonly counts = new Map<string, number>();

  constructor(
    /** With the rotation's time zone. */
    private readonly organization: Pick<Organization, 'name' | 'timeZone'>,
    private readonly rotation: string,
  ) {}

  /**
   * The UID of the next shift. Call it for every shift of a turn, in order.
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
    return instantText(at, this.organization.timeZone).slice(0, 'YYYY-MM-DD'.length);
  }
}
