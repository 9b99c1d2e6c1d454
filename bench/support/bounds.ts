/**
 * Whether to run at a size that takes seconds (`npm run bench:roster -- small`), which
 * shows that a benchmark works and measures nothing.
 */
export const SMALL = process.argv.includes('small');

/** Prints a figure with its bound; over the bound, the benchmark ends with 1. */
export function bound(what: string, value: number, highest: number): void {
  console.log(`${what}: ${value.toFixed(2)}, at most ${highest}`);
  if (SMALL || value <= highest) return;
  console.error(`${what} is over its bound`);
  process.exitCode = 1;
}
