import { readFileSync, writeFileSync } from 'node:fs';

/** What one program measures of itself. */
export interface Measured {
  /** Seconds from the data in memory to the JSON on disk. */
  readonly seconds: number;
  /** Highest resident memory of the process in that time, with its data, in megabytes. */
  readonly megabytes: number;
}

/** Runs and measures the work, without the garbage of its preparation. */
export function measured(work: () => void): Measured {
  // The published package is plain JavaScript; mapping stack traces would dominate both programs.
  process.setSourceMapsEnabled(false);
  globalThis.gc?.();
  forgetPeak();
  const begin = performance.now();
  work();
  return { seconds: (performance.now() - begin) / 1000, megabytes: peakMegabytes() };
}

/** Linux can reset the peak of a process; elsewhere the preparation is included. */
function forgetPeak(): void {
  if (process.platform === 'linux') writeFileSync('/proc/self/clear_refs', '5');
}

function peakMegabytes(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024;
  const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}
