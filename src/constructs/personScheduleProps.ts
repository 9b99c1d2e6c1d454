import type { LayeredScheduleProps } from './layeredSchedule';
import type { PagerDutyUser } from './pagerDutyUser';

/** Props of one person's schedule. */
export interface PersonScheduleProps extends LayeredScheduleProps {
  /** Who is paged whenever nobody covers. */
  readonly user: PagerDutyUser;
  /** What the base layer is called, e.g. `Choo`. */
  readonly userName: string;
}
