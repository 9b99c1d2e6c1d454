import type { Temporal } from 'temporal-polyfill';
import { visible } from '../../catalog/visible';
import { sameEmail } from '../../email';
import { type Override, render, type Schedule } from '../../rehearsal';
import { listText } from '../../roster/localTime';
import { type People, spanText } from './words';

/** Something that a reader wants to know and that is no drift. */
export interface Note {
  readonly what: 'override' | 'handles-not-told' | 'log-in';
  readonly object: string;
  readonly from?: Temporal.Instant;
  readonly until?: Temporal.Instant;
  readonly text: string;
}

/** Who stands in for whom by an override, which is made by hand and meant to be. */
export function overrideNotes(
  schedule: Schedule,
  overrides: readonly Override[],
  people: People,
  timeZone: string,
): Note[] {
  return overrides.map(({ email, ...span }) => {
    const others = render(schedule, span).filter((shift) => !sameEmail(shift.email, email));
    const names = [...new Set(others.map((shift) => people.name(shift.email)))];
    const instead = names.length === 0 ? '' : ` for ${listText(names)}`;
    return {
      what: 'override',
      object: visible(schedule.name),
      ...span,
      text: visible(`${spanText(span, timeZone)}: ${people.name(email)}${instead}, by an override`),
    };
  });
}

/** What Datadog cannot be asked on a real account. */
export const HANDLES_NOT_TOLD: Note = {
  what: 'handles-not-told',
  object: 'handles',
  text: 'which service a handle reaches was not compared: Datadog never tells the key that it holds',
};
