import type { Urgency } from '../../catalog';
import type { Incident } from '../../rehearsal';
import { listText } from '../../time/localTime';
import type { RuleRehearsal } from './ruleRehearsal';

/** A problem of a rehearsed rule; codes are a public contract. */
export interface RuleProblem {
  readonly code:
    | 'REHE001'
    | 'REHE002'
    | 'REHE003'
    | 'REHE004'
    | 'REHE005'
    | 'REHE006'
    | 'REHE008'
    | 'REHE009'
    | 'REHE012'
    | 'REHE013'
    | 'REHE014';
  readonly message: string;
}

/** Pages whose urgency is not the data's: low instead of high pages nobody else, high instead of low wakes people. */
export function wrongUrgency(expected: Urgency, incidents: readonly Incident[]): RuleProblem[] {
  const wrong = incidents.find(({ isLow }) => isLow !== (expected === 'low' ? true : undefined));
  if (wrong === undefined) return [];
  const found = wrong.isLow === true ? 'low' : 'high';
  return [{ code: 'REHE013', message: `notified at ${found} urgency; the data says ${expected}` }];
}

/** Channels of the data that a notification leaves out. */
export function untoldChannels(
  expected: readonly string[],
  notifications: RuleRehearsal['notifications'],
): RuleProblem[] {
  return notifications.flatMap(({ occasion, channels }): RuleProblem[] => {
    const untold = expected.filter((channel) => !channels.includes(channel));
    if (untold.length === 0) return [];
    return [
      {
        code: 'REHE014',
        message: `${listText(untold)} ${untold.length === 1 ? 'is' : 'are'} not told: ${occasion}`,
      },
    ];
  });
}
