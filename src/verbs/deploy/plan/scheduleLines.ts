import { DeploymentError, readPlannedSchedule, type Schedule } from '../../../deployment';
import { render } from '../../../rehearsal';
import { counted } from '../../../text/counted';
import { rangeText, shortTimeText } from '../../../time/localTime';
import { onDutyDifferences } from '../../drift/differences';
import type { PlanView } from './planView';
import type { Attributes, PlannedChange } from './stackPlan';

/** Most changes of who is on call that are listed; the others are counted. */
const MOST = 6;
/** Most shifts of a new schedule that are shown. */
const FIRST = 2;

/**
 * Who is on call instead of whom, and when.
 * @returns undefined if the schedule cannot be read; its attributes are then compared instead
 */
export function scheduleLines(change: PlannedChange, view: PlanView): string[] | undefined {
  try {
    const after = scheduleOf(change.address, change.after, view);
    return change.action === 'create'
      ? firstShifts(after, view)
      : differences(scheduleOf(change.address, change.before, view), after, view);
  } catch (error) {
    if (error instanceof DeploymentError || error instanceof RangeError) return undefined;
    throw error;
  }
}

function scheduleOf(address: string, values: Attributes, { known }: PlanView): Schedule {
  return readPlannedSchedule(address, values, (id) => {
    const email = known.get(id)?.values['email'];
    return typeof email === 'string' ? email : id;
  });
}

function differences(before: Schedule, after: Schedule, view: PlanView): string[] {
  const { now, horizon, people, timeZone } = view;
  const all = onDutyDifferences(after, before, { from: now, until: horizon });
  if (all.length === 0) {
    return [`other layers; nobody else is on call until ${shortTimeText(horizon, timeZone, now)}`];
  }
  const lines = all
    .slice(0, MOST)
    .map(
      (span) =>
        `${rangeText(span, timeZone)}: ${people.name(span.expected)} instead of ${people.name(span.found)}`,
    );
  const more = all.length - lines.length;
  return more === 0
    ? lines
    : [...lines, `and ${counted(more, 'more change')} until ${shortTimeText(horizon, timeZone, now)}`];
}

function firstShifts(schedule: Schedule, { now, horizon, people, timeZone }: PlanView): string[] {
  return render(schedule, { from: now, until: horizon })
    .slice(0, FIRST)
    .map((shift) => `${rangeText(shift, timeZone)}: ${people.name(shift.email)}`);
}
