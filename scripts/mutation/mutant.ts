/** A small change of the code that some test should notice. */
export interface Mutant {
  /** Below the project's folder. */
  readonly file: string;
  readonly line: number;
  /** What stood there, and what it became. */
  readonly was: string;
  readonly became: string;
  /** Undefined where the mutant does not count: it cannot run, or a comment with a reason takes it out. */
  readonly noticed: boolean | undefined;
}
