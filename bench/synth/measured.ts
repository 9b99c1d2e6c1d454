import { readFileSync, writeFileSync } from 'node:fs';

/** What one program tells of itself. */
export interface Measured {
  /** Seconds from the data in memory to the JSON on disk. */
  readonly seconds: number;
  /** Highest resident memory of the process in that time, with its data, in megabytes. */
  readonly megabytes: number;
}

/** Runs the work and measures it. Garbage of the preparation is not counted. */
export function measured(work: () => void): Measured {
  // As in the published package, which is plain JavaScript: mapping stack traces back would cost both programs most.
  process.setSourceMapsEnabled(false);
  globalThis.gc?.();
  forgetPeak();
  const begin = performance.now();
  work();
  return { seconds: (performance.now() - begin) / 1000, megabytes: peakMegabytes() };
}

/** Linux keeps the peak of the whole process and lets it be reset; elsewhere it includes the preparation. */
function forgetPeak(): void {
  if (process.platform === 'linux') writeFileSync('/proc/self/clear_refs', '5');
}

function peakMegabytes(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024;
  const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}
