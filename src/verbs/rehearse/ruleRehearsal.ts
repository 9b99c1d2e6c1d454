import { Temporal } from 'temporal-polyfill';
import type { LedgerKind } from '../../catalog';
import type { Deployment, Monitor, Service } from '../../deployment';
import {
  type Incident,
  mutesOf,
  type Notification,
  type Page,
  playIncident,
  readQuery,
  recipientsOf,
  serviceOf,
} from '../../rehearsal';
import { contains } from '../../roster';
import { MINUTE } from '../../time/minute';
import { GaugeRecorder } from './gaugeRecorder';
import type { MonitorSignals } from './monitorSignals';
import type { RehearsalLedger } from './rehearsalLedger';
import type { Scenario } from './scenario/scenario';
import type { Silence } from './signal/silence';

/** The course of one broken rule. */
export interface RuleRehearsal {
  readonly monitor: Monitor;
  /** When the state became bad. */
  readonly begins: Temporal.Instant;
  /** When the monitor fired. @default - never */
  readonly firesAt?: Temporal.Instant;
  /** The monitor's notifications, in order. */
  readonly notifications: readonly Notification[];
  /** PagerDuty's incidents; empty if nobody is paged. */
  readonly incidents: readonly Incident[];
  /** When it was repaired. @default - it never fired */
  readonly repairedAt?: Temporal.Instant;
  /** How it is repaired, in a few words. */
  readonly repaired: string;
  /** When the monitor recovered. @default - never */
  readonly recoversAt?: Temporal.Instant;
  /** Why the monitor's condition was not played, but its alert taken for granted. @default - it was played */
  readonly notPlayed?: string;
  /** What silence does. @default - the rule reads the ledger, whose gauges never fall silent */
  readonly silence?: Silence;
}

/** How long all is well before the rule breaks: longer than any evaluation window. */
const WARM_UP = Temporal.Duration.from({ minutes: 20 });
/** How long to wait for a rule to fire or to recover. */
const PATIENCE = Temporal.Duration.from({ hours: 2 });
/** How long the last level that is notified takes to acknowledge; no other level does. */
const ANSWER = Temporal.Duration.from({ minutes: 5 });
/** How long the repair takes, counted from the acknowledgement or the mail. */
const REPAIR = { minutes: 25 };
/** Longer than all rounds of any policy. */
const LONGEST_INCIDENT = { hours: 24 };
/** Longer than any downtime holds an alert: a month of holidays in a row. */
const LONGEST_HOLD = { hours: 24 * 35 };

/** How a rule breaks, and how long its monitor may take. */
export interface Course {
  /** When the state becomes bad. */
  readonly begins: Temporal.Instant;
  /** How it is repaired, in a few words. */
  readonly repaired: string;
  /** How long all is well before: longer than the monitor's window. @default 20 minutes */
  readonly warmUp?: Temporal.Duration;
  /** How long to wait for the monitor to fire, or to recover. @default 2 hours */
  readonly patience?: Temporal.Duration;
}

/**
 * Breaks one rule in the ledger and follows it. The view's value becomes a point of the series
 * that the deployed monitor reads.
 * @throws DeploymentError for anything in the deployment that the rehearsal does not understand
 */
export async function rehearseRule(
  deployment: Deployment,
  monitor: Monitor,
  kind: LedgerKind,
  scenario: Scenario,
  ledger: RehearsalLedger,
): Promise<RuleRehearsal> {
  const gauge = new GaugeRecorder(ledger, kind, readQuery(monitor), scenario);
  return ledger.within(scenario.firstDate, gauge.pipelines, () =>
    brokenAndRepaired(deployment, monitor, scenario, gauge),
  );
}

/**
 * Follows a monitor minute by minute: it fires and notifies; the handle leads to a service, whose
 * policy pages people; the last level acknowledges and repairs; then the monitor has to recover.
 * @throws DeploymentError for anything in the deployment that the rehearsal does not understand
 */
export async function brokenAndRepaired(
  deployment: Deployment,
  monitor: Monitor,
  { begins, repaired, warmUp = WARM_UP, patience = PATIENCE }: Course,
  signals: MonitorSignals,
): Promise<RuleRehearsal> {
  const start = begins.subtract(warmUp);
  const firesAt = await signals.first(start, begins.add(patience), true);
  if (firesAt === undefined) return { monitor, begins, notifications: [], incidents: [], repaired };

  const toldAt = endOfHold(deployment, monitor, firesAt);
  const answers = pagerDuty(deployment, monitor, toldAt, toldAt.add(LONGEST_INCIDENT)).flatMap(
    ({ acknowledged }) => acknowledged ?? [],
  );
  const repairedAt = (answers[0]?.at ?? toldAt).add(REPAIR);
  signals.repair(repairedAt);
  await signals.read(firesAt.add(MINUTE), repairedAt.subtract(MINUTE));
  const recoversAt = await signals.first(repairedAt, repairedAt.add(patience), false);

  const until = (recoversAt ?? repairedAt.add(patience)).add(MINUTE);
  const notifications = signals.notifications(monitor, deployment.downtimes, { from: start, until });
  const alert = notifications.find(({ occasion }) => occasion === 'alert');
  return {
    monitor,
    begins,
    firesAt,
    notifications,
    incidents: alert === undefined ? [] : pagerDuty(deployment, monitor, alert.at, until, notifications),
    repairedAt,
    repaired,
    ...(recoversAt === undefined ? {} : { recoversAt }),
  };
}

/** When a firing monitor notifies: at once, or at the end of the downtimes that hold it. */
function endOfHold({ downtimes }: Deployment, monitor: Monitor, firesAt: Temporal.Instant): Temporal.Instant {
  const span = { from: firesAt, until: firesAt.add(LONGEST_HOLD) };
  let toldAt = firesAt;
  for (const mute of mutesOf(monitor, downtimes, span)) if (contains(mute, toldAt)) toldAt = mute.until;
  return toldAt;
}

/**
 * The incidents of an alert, one per service that the monitor's message notifies. Each is
 * resolved by the first recovery sent to its handle, and stays open without one.
 */
function pagerDuty(
  deployment: Deployment,
  monitor: Monitor,
  triggeredAt: Temporal.Instant,
  until: Temporal.Instant,
  notifications: readonly Notification[] = [],
): Incident[] {
  return recipientsOf(monitor, 'alert').services.map((handle) => {
    const service = serviceOf(deployment, monitor, handle);
    const resolvedAt = notifications.find(
      ({ occasion, services }) => occasion === 'recovery' && services.includes(handle),
    )?.at;
    const last = lastLevel(deployment, service, triggeredAt, until);
    return playIncident(deployment, service, {
      triggeredAt,
      until,
      ...(resolvedAt === undefined ? {} : { resolvedAt }),
      acknowledges: ({ step, at }: Page) =>
        service.urgency === 'low' || step === last ? at.add(ANSWER) : undefined,
    });
  });
}

/** The last step that reaches anybody in the first round, so that each level is followed to a person. */
function lastLevel(
  deployment: Deployment,
  service: Service,
  triggeredAt: Temporal.Instant,
  until: Temporal.Instant,
): number {
  const { pages } = playIncident(deployment, service, { triggeredAt, until });
  return Math.max(...pages.filter(({ round }) => round === 0).map(({ step }) => step));
}
