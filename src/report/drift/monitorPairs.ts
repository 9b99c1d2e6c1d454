import type { AccountReading, Monitor, NamedObject } from '../../rehearsal';

/** A monitor of the data and the one that Datadog has for it. */
export interface MonitorPair {
  readonly expected: Monitor;
  readonly found: Monitor;
}

/** Which monitor is which. */
export interface MonitorPairs {
  readonly pairs: readonly MonitorPair[];
  readonly missing: readonly Monitor[];
  readonly leftOver: readonly Monitor[];
}

/**
 * Pairs monitors by their name, else by the tags that say which rule they are and the
 * side of the threshold on which they fire, else by the query: any of them may have
 * been changed by hand.
 */
export function monitorPairs(expected: readonly Monitor[], account: AccountReading): MonitorPairs {
  const free = new Set(account.deployment.monitors);
  const unreadable = account.unreadable.filter(({ kind }) => kind === 'monitor');
  const take = (fits: (monitor: Monitor) => boolean) => {
    const monitor = [...free].find(fits);
    if (monitor !== undefined) free.delete(monitor);
    return monitor;
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
    pairs: all.flatMap(({ each, found }) => (found === undefined ? [] : [{ expected: each, found }])),
    missing: all
      .filter(({ each, found }) => found === undefined && !isUnreadable(each))
      .map(({ each }) => each),
    leftOver: [...free],
  };
}

/**
 * A monitor as people of the data call it.
 * @example
 * monitorName('datadog_monitor.aggregate-profit__profit-discrepancy__total_profit')
 * // 'aggregate-profit/profit-discrepancy/total_profit'
 */
export function monitorName({ key }: Pick<Monitor, 'key'>): string {
  return key.replace(/^datadog_monitor\./, '').replaceAll('__', '/');
}

/** A query without the number at its end. */
export function withoutThreshold({ query }: Pick<Monitor, 'query'>): string {
  return query.trim().replace(/-?[\d.]+$/, '');
}

function ruleOf({ tags, query }: Monitor): string {
  const identity = tags.filter((tag) => /^(pipeline|alert|metric):/.test(tag)).sort();
  return `${identity.join()} ${/[<>]/.exec(query)?.[0] ?? ''}`;
}
