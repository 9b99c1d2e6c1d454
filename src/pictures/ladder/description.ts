import { listText } from '../../time/localTime';
import { minutesText } from '../minutes';
import type { Ladder, LadderTarget } from './model';

/** The note next to a target's name. */
export function noteOf({ note }: LadderTarget, begins: number): string {
  const when = begins === 0 ? 'at once' : `after ${minutesText(begins)}`;
  return note === undefined ? when : `${when}, ${note}`;
}

/** How an escalation ends. @param minutes how long all rounds take together */
export function endText({ repeat }: Ladder, minutes: number): string {
  const end = `nobody is paged again after ${minutesText(minutes)}`;
  return repeat === 0 ? `One round: ${end}` : `${repeat + 1} rounds: ${end}`;
}

/** All that a ladder shows, in sentences. */
export function describedLadder(ladder: Ladder): string {
  let at = 0;
  const levels = ladder.steps.map(({ notify, minutes }, index) => {
    const names = listText(notify.map((target) => `${target.name} (${noteOf(target, at)})`));
    at += minutes;
    return `Level ${index + 1}: ${names}, waits ${minutesText(minutes)}.`;
  });
  return `${levels.join(' ')} ${endText(ladder, at * (ladder.repeat + 1))}.`;
}
