/**
 * Runs jobs a few at a time, in order: whoever asks for one has it started, and those that
 * come after it. A deploy mostly waits, for a provider's pause before it tries again.
 * @param atOnce those that wait for minutes, and are started first of all
 * @param width how many run at once, beside those
 */
export class Ahead<T> {
  private readonly started = new Map<string, Promise<T>>();
  private readonly names: readonly string[];

  constructor(
    private readonly jobs: ReadonlyMap<string, () => Promise<T>>,
    private readonly atOnce: ReadonlySet<string>,
    private readonly width = 3,
  ) {
    this.names = [...jobs.keys()];
  }

  /** What a job comes to. */
  async get(name: string): Promise<T> {
    const index = this.names.indexOf(name);
    for (const each of [...this.atOnce, ...this.names.slice(index, index + this.width)]) {
      const job = this.jobs.get(each);
      if (job === undefined || this.started.has(each)) continue;
      const result = job();
      // Whoever asks for it later is told of its failure.
      result.catch(() => {});
      this.started.set(each, result);
    }
    const result = this.started.get(name);
    if (result === undefined) throw new Error(`no job ${name}`);
    return result;
  }

  /** Waits for what was started and nobody asked for. */
  async end(): Promise<void> {
    await Promise.allSettled(this.started.values());
  }
}
