/** A malformed query; the message says what is wrong, and where. */
export class QueryError extends Error {}

/** Reads a query from left to right, skipping blanks. */
export class QueryReader {
  private at = 0;

  constructor(private readonly text: string) {}

  /**
   * Reads what matches here, and moves past it.
   * @returns undefined if nothing matches
   */
  take(pattern: RegExp): string | undefined {
    const rest = this.text.slice(this.at);
    const blanks = rest.length - rest.trimStart().length;
    const [found] = new RegExp(`^(?:${pattern.source})`).exec(rest.slice(blanks)) ?? [];
    if (found === undefined) return undefined;
    this.at += blanks + found.length;
    return found;
  }

  /**
   * Reads what must match here.
   * @throws QueryError if it does not
   */
  expect(pattern: RegExp, what: string): string {
    return this.take(pattern) ?? this.fail(`expected ${what}`);
  }

  /** Whether everything was read. */
  isAtEnd(): boolean {
    return this.text.slice(this.at).trim() === '';
  }

  /** @throws QueryError always */
  fail(reason: string): never {
    throw new QueryError(`${reason} at position ${this.at}`);
  }
}
