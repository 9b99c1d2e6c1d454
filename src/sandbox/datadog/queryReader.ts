/** A query that is none; the message says what is wrong where. */
export class QueryError extends Error {}

/** Reads a query from left to right, over blanks. */
export class QueryReader {
  private at = 0;

  constructor(private readonly text: string) {}

  /** What stands here if it matches, and moves on; else nothing. */
  take(pattern: RegExp): string | undefined {
    const rest = this.text.slice(this.at);
    const blanks = rest.length - rest.trimStart().length;
    const [found] = new RegExp(`^(?:${pattern.source})`).exec(rest.slice(blanks)) ?? [];
    if (found === undefined) return undefined;
    this.at += blanks + found.length;
    return found;
  }

  /** What stands here. @throws QueryError where it does not match */
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
