import type { AccountReading, Monitor, NamedObject } from '../../../deployment';
import { filled } from './filled';

/** A monitor of the data and the one that Datadog has for it. */
export interface MonitorPair {
  readonly expected: Monitor;
  /** Parts that are not understood are as expected. */
  readonly found: Monitor;
}

/** Which monitor is which. */
export interface MonitorPairs {
  readonly pairs: readonly MonitorPair[];
  readonly missing: readonly Monitor[];
  readonly leftOver: readonly Monitor[];
}

/**
 * Pairs monitors by name, else by the tags of their rule and the direction of the threshold,
 * else by query: any of these may have been changed by hand. A partly understood monitor is
 * paired by the parts that are understood.
 */
export function monitorPairs(expected: readonly Monitor[], account: AccountReading): MonitorPairs {
  const candidates = [
    ...account.deployment.monitors.map((monitor) => ({ monitor, fill: () => monitor })),
    ...account.partial.monitors.map((part) => ({
      monitor: { ...NOTHING, ...part.value },
      fill: (each: Monitor) => filled(each, part),
    })),
  ];
  const free = new Set(candidates);
  const unreadable = account.unreadable.filter(({ kind }) => kind === 'monitor');
  const take = (fits: (monitor: Monitor) => boolean) => {
    const candidate = [...free].find(({ monitor }) => fits(monitor));
    if (candidate !== undefined) free.delete(candidate);
    return candidate;
  };
  const byName = expected.map((each) => take(({ name }) => name === each.name));
  const all = expected.map((each, index) => ({
    each,
    found:
      byName[index] ??
      take((monitor) => ruleOf(monitor) === ruleOf(each)) ??
      take((monitor) => withoutThreshold(monitor) === withoutThreshold(each)),
  }));
  const isUnreadable = ({ name }: Monitor) => unreadable.some((object: NamedObject) => object.name === name);
  return {
    pairs: all.flatMap(({ each, found }) =>
      found === undefined ? [] : [{ expected: each, found: found.fill(each) }],
    ),
    missing: all
      .filter(({ each, found }) => found === undefined && !isUnreadable(each))
      .map(({ each }) => each),
    leftOver: [...free].map(({ monitor }) => monitor),
  };
}

/** Placeholders for the parts that are not understood, until the monitor is paired. */
const NOTHING: Monitor = {
  key: '',
  name: '',
  type: '',
  query: '',
  thresholds: { critical: 0 },
  message: '',
  tags: [],
  options: { requireFullWindow: false },
};

/**
 * The name of a monitor in reports: pipeline, alert and metric.
 * @example
 * monitorName('datadog_monitor.aggregate-profit__profit-discrepancy__total_profit')
 * // 'aggregate-profit/profit-discrepancy/total_profit'
 */
export function monitorName({ key }: Pick<Monitor, 'key'>): string {
  return key.replace(/^datadog_monitor\./, '').replaceAll('__', '/');
}

/** A query without its threshold, the number at its end. */
export function withoutThreshold({ query }: Pick<Monitor, 'query'>): string {
  return query.trim().replace(/-?[\d.]+$/, '');
}

function ruleOf({ tags, query }: Monitor): string {
  const identity = tags.filter((tag) => /^(pipeline|alert|metric):/.test(tag)).sort();
  return `${identity.join()} ${/[<>]/.exec(query)?.[0] ?? ''}`;
}
