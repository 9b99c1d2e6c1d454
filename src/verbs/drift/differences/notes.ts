import type { Temporal } from 'temporal-polyfill';
import type { Override, Schedule } from '../../../deployment';
import { render } from '../../../rehearsal';
import { sameEmail } from '../../../text/email';
import { visible } from '../../../text/visible';
import { listText, rangeText } from '../../../time/localTime';
import type { Comparison } from './comparison';
import type { People } from './people';

/** Something worth knowing that is not drift. */
export interface Note {
  readonly what: 'override' | 'handles-not-told' | 'log-in';
  readonly object: string;
  readonly from?: Temporal.Instant;
  readonly until?: Temporal.Instant;
  readonly text: string;
}

/** Overrides, which are meant to be made by hand: who covers for whom, and whether the data agrees. */
export function overrideNotes({ found, overridden, people, timeZone, ...rest }: Comparison): Note[] {
  return found.deployment.schedules.flatMap((schedule) => {
    const expected = rest.schedules.pairs.find(({ object }) => object.key === schedule.key)?.expected;
    const overrides = overridden.get(schedule.key)?.overrides ?? [];
    return overrides.map((override) => overrideNote(schedule, override, expected, people, timeZone));
  });
}

function overrideNote(
  schedule: Schedule,
  { email, ...span }: Override,
  expected: Schedule | undefined,
  people: People,
  timeZone: string,
): Note {
  const isOther = (shift: { readonly email: string | undefined }) => !sameEmail(shift.email, email);
  const names = [
    ...new Set(
      render(schedule, span)
        .filter(isOther)
        .map((shift) => people.name(shift.email)),
    ),
  ];
  const instead = names.length === 0 ? '' : ` for ${listText(names)}`;
  const agrees = expected !== undefined && !render(expected, span).some(isOther);
  const planned = agrees ? ', as the data says' : '';
  return {
    what: 'override',
    object: visible(schedule.name),
    ...span,
    text: visible(`${rangeText(span, timeZone)}: ${people.name(email)}${instead}, by an override${planned}`),
  };
}

/** A real account cannot be asked where its handles lead. */
export const HANDLES_NOT_COMPARED: Note = {
  what: 'handles-not-told',
  object: 'handles',
  text: 'which service each handle reaches was not compared, because Datadog never reveals the key',
};
