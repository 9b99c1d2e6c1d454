import { DeploymentError } from '../deploymentError';

/** An object as far as it is understood. */
export interface PartialObject<T> {
  /** What is understood of it. */
  readonly value: Partial<T>;
  /** API id. */
  readonly key: string;
  /** Its name; empty if it has none. */
  readonly name: string;
  /** The parts that are not understood; the value lacks them. */
  readonly unread: readonly (keyof T)[];
}

/**
 * Reads an object part by part. A part that is not understood does not hide the others,
 * and is never skipped, because it may page somebody else.
 */
export class Parts {
  /** Everything that was not understood. */
  readonly errors: DeploymentError[] = [];
  /** Names of the parts that were not. */
  readonly unread: string[] = [];

  /**
   * Reads a part of the object.
   * @returns undefined if it is not understood
   */
  part<T>(name: string, read: () => T): T | undefined {
    const before = this.errors.length;
    const value = this.attempt(read);
    if (this.errors.length > before) this.unread.push(name);
    return value;
  }

  /** Checks what is not part of the object but must be as a deploy leaves it. */
  check(...checks: readonly (() => unknown)[]): void {
    for (const check of checks) this.attempt(check);
  }

  /**
   * Reads something, and keeps the error if it is not understood.
   * @returns undefined then
   */
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
