import { Temporal } from 'temporal-polyfill';
import type { Deployment, EscalationTarget, Service } from '../../../src/deployment';
import { type Incident, type IncidentStory, type Page, playIncident } from '../../../src/rehearsal';
import { layer, schedule } from '../fixture';
import { at, timeText } from '../monitor/fixture';

/** Turns of a week from Monday 5 January 2026, 09:00 in Kuala Lumpur. 23 November is 46 weeks later: turn 46, the third of four, so that Thiru hands off to Choo. */
export const rotation = schedule([layer(['aidil', 'thiru', 'choo', 'spencer'])]);

/** Nobody stands in it. */
export const empty = { ...schedule([]), key: 'pagerduty_schedule.empty' };

export const user = (email: string): EscalationTarget => ({ kind: 'user', email });
export const onDuty = (key = rotation.key): EscalationTarget => ({ kind: 'schedule', schedule: key });

export const service: Service = {
  key: 'pagerduty_service.growth',
  name: 'Growth',
  escalationPolicy: 'pagerduty_escalation_policy.growth',
  urgency: 'high',
};

/** Another team's, which pages somebody else. */
const THEIRS: Service = {
  ...service,
  key: 'pagerduty_service.theirs',
  escalationPolicy: 'pagerduty_escalation_policy.theirs',
};

/** A policy of levels, each `[minutes, ...targets]`, beside another team's. */
export function deployment(
  levels: readonly (readonly [number, ...EscalationTarget[]])[],
  repeat = 0,
  changes: Partial<Deployment> = {},
): Deployment {
  return {
    schedules: [rotation, empty],
    escalationPolicies: [
      {
        key: THEIRS.escalationPolicy,
        name: 'Theirs',
        repeat: 9,
        rules: [{ delayMinutes: 1, targets: [user('them')] }],
      },
      {
        key: service.escalationPolicy,
        name: 'Growth',
        repeat,
        rules: levels.map(([delayMinutes, ...targets]) => ({ delayMinutes, targets })),
      },
    ],
    services: [THEIRS, service],
    handles: [{ name: 'growth', service: service.key }],
    monitors: [],
    downtimes: [],
    ...changes,
  };
}

/** Plays from 03:00 to 12:00 UTC on 23 November 2026, unless told otherwise. */
export function play(
  of: Deployment,
  story: Partial<IncidentStory> = {},
  changes: Partial<Service> = {},
): Incident {
  return playIncident(
    of,
    { ...service, ...changes },
    { triggeredAt: at('03:00'), until: at('12:00'), ...story },
  );
}

/** `03:00 1.0 ba-desk`: the time, the step and the round, and whom. */
export const pageLines = ({ pages }: Incident): string[] =>
  pages.map(({ at: moment, step, round, email }) => `${timeText(moment)} ${step}.${round} ${email}`);

/** Whoever answers after so many minutes, by e-mail; nobody else does. */
export const answers =
  (minutes: Readonly<Record<string, number>>, step?: number) =>
  (page: Page): Temporal.Instant | undefined => {
    const waited = minutes[page.email];
    return waited === undefined || (step !== undefined && page.step !== step)
      ? undefined
      : page.at.add({ minutes: waited });
  };

export const minutes = (count: number): Temporal.Duration => Temporal.Duration.from({ minutes: count });

/** The desk for 15 minutes, then whoever is on duty for 30, as XYZ Tech does. */
export const two = (repeat = 0) =>
  deployment(
    [
      [15, user('desk')],
      [30, onDuty()],
    ],
    repeat,
  );
