import type { Downtime } from '../../../deployment';
import type { MonitorPair } from './monitorPairs';

/** What a downtime silences; a monitor by its address in the data. */
export function targetOf({ monitors: target }: Downtime, monitors: readonly MonitorPair[]): string {
  if ('tags' in target) return `tags ${[...target.tags].sort().join()}`;
  const pair = monitors.find(({ found }) => found.key === target.monitor);
  return `monitor ${pair?.expected.key ?? target.monitor}`;
}
