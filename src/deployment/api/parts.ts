import { DeploymentError } from '../deploymentError';

/** An object as far as it is understood. */
export interface PartialObject<T> {
  readonly value: Partial<T>;
  /** API id. */
  readonly key: string;
  readonly name: string;
  /** The parts that are not understood; they are not in the value, or hold nothing. */
  readonly unread: readonly (keyof T)[];
}

/**
 * Reads an object part by part: what is not understood of one part hides no other one,
 * and is never skipped, because what is not understood may page somebody else.
 */
export class Parts {
  readonly errors: DeploymentError[] = [];
  readonly unread: string[] = [];

  /** A part of the object; none where it is not understood. */
  part<T>(name: string, read: () => T): T | undefined {
    const before = this.errors.length;
    const value = this.attempt(read);
    if (this.errors.length > before) this.unread.push(name);
    return value;
  }

  /** What is no part of the object, and has to be as a deploy leaves it. */
  check(...checks: readonly (() => unknown)[]): void {
    for (const check of checks) this.attempt(check);
  }

  /** What is read; none where it is not understood, which is kept. */
  attempt<T>(read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof DeploymentError)) throw error;
      this.errors.push(error);
      return undefined;
    }
  }
}
