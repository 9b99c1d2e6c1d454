/** Jobs of one kind: how many of them run at once. */
interface Lane {
  readonly names: string[];
  readonly width: number;
}

/**
 * Runs jobs a few at a time, ahead of whoever asks for their results, in order. A deploy mostly
 * works; some wait for minutes, for a provider's pause before it tries again, and have a lane of
 * their own.
 */
export class Ahead<T> {
  private readonly results = new Map<string, Promise<T>>();
  private readonly lanes: readonly Lane[];

  /**
   * @param isSlow tells those that wait for minutes by their name
   * @param width how many of the others run at once
   * @param slow how many of those that wait run at once, beside them
   */
  constructor(
    private readonly jobs: ReadonlyMap<string, () => Promise<T>>,
    isSlow: (name: string) => boolean,
    width = 2,
    slow = 6,
  ) {
    const names = [...jobs.keys()];
    this.lanes = [
      { names: names.filter(isSlow), width: slow },
      { names: names.filter((name) => !isSlow(name)), width },
    ];
  }

  /** What a job comes to; with the first question all lanes begin. */
  async get(name: string): Promise<T> {
    if (this.results.size === 0) this.begin();
    const result = this.results.get(name);
    if (result === undefined) throw new Error(`no job ${name}`);
    return result;
  }

  /** Waits for what nobody asked for; what has not begun does not. */
  async end(): Promise<void> {
    this.isEnding = true;
    await Promise.allSettled(this.results.values());
  }

  private isEnding = false;

  private begin(): void {
    for (const { names, width } of this.lanes) {
      const ends: Promise<unknown>[] = Array.from({ length: width }, () => Promise.resolve());
      names.forEach((name, index) => {
        const result = (ends[index % width] ?? Promise.resolve()).then(() => this.run(name));
        // Whoever asks for it later is told of its failure.
        ends[index % width] = result.catch(() => {});
        this.results.set(name, result);
      });
    }
  }

  private async run(name: string): Promise<T> {
    const job = this.jobs.get(name);
    if (job === undefined || this.isEnding) throw new Error(`${name} was not begun`);
    return job();
  }
}
