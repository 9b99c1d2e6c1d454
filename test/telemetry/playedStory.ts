import type { LedgerKind } from '../../src/catalog';
import type { Deployment, Monitor } from '../../src/deployment';
import {
  type MonitorState,
  type Notification,
  notificationsOf,
  readQuery,
  type Series,
  statesOf,
} from '../../src/rehearsal';
import { isBefore, type Span } from '../../src/roster';
import { MINUTE } from '../../src/time/minute';
import { GaugeRecorder } from '../../src/verbs/rehearse/gaugeRecorder';
import type { RehearsalLedger } from '../../src/verbs/rehearse/rehearsalLedger';
import type { RuleCase } from './ruleCases';

/** Longer than any window that looks back. */
const WARM_UP = { minutes: 20 };

/** What became of a story. */
export interface PlayedStory {
  readonly monitor: Monitor;
  /** From the first line to the last, included. */
  readonly span: Span;
  /** The gauges, minute by minute, from before the span on. */
  readonly series: readonly Series[];
  readonly notifications: readonly Notification[];
  /** The monitor's state in the minute of each line. */
  readonly states: readonly MonitorState[];
}

export function tagOf({ tags }: Monitor, key: string): string | undefined {
  return tags.find((tag) => tag.startsWith(`${key}:`))?.slice(key.length + 1);
}

/** The path of a deployed monitor, from its tags and its comparison alone. */
export function pathOf(monitor: Monitor): string {
  const bound =
    tagOf(monitor, 'kind') === 'range' ? (monitor.query.includes(' < ') ? 'min' : 'max') : undefined;
  return [tagOf(monitor, 'alert'), tagOf(monitor, 'metric'), bound]
    .filter((part) => part !== undefined)
    .join('/');
}

export function monitorOf(
  { monitors }: Deployment,
  { pipeline, path }: Pick<RuleCase, 'pipeline' | 'path'>,
): Monitor {
  const found = monitors.filter(
    (monitor) => tagOf(monitor, 'pipeline') === pipeline && pathOf(monitor) === path,
  );
  const [monitor] = found;
  if (monitor === undefined || found.length > 1)
    throw new Error(`${found.length} monitors ${pipeline} ${path}`);
  return monitor;
}

/** Plays a story on a ledger, and the monitor that is deployed on what the ledger says. */
export async function playedStory(
  ledger: RehearsalLedger,
  deployment: Deployment,
  story: RuleCase,
): Promise<PlayedStory> {
  const monitor = monitorOf(deployment, story);
  const [first, last] = [story.then[0]?.at, story.then.at(-1)?.at];
  if (first === undefined || last === undefined) throw new Error('nothing is expected');
  const span = { from: first, until: last.add(MINUTE) };
  const gauge = new GaugeRecorder(ledger, tagOf(monitor, 'kind') as LedgerKind, readQuery(monitor), {
    reports: story.reports,
    repairs: () => [],
  });
  await ledger.within(story.asked, gauge.pipelines, () => gauge.read(first.subtract(WARM_UP), last));
  const { series } = gauge;
  const states = statesOf(monitor, series, span);
  return {
    monitor,
    span,
    series,
    notifications: notificationsOf(monitor, deployment.downtimes, series, span),
    states: story.then.map(({ at }) => states.findLast(({ from }) => !isBefore(at, from))?.state ?? 'ok'),
  };
}
