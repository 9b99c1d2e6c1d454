import type { Io } from '../../cli/io';

/** Somebody has pressed Ctrl-C. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError';
}

/**
 * Ctrl-C while a database is borrowed: the rule that is played is played to its end, and
 * the database removed. Whoever presses it again does not wait for that.
 */
export class Interruption {
  private isAsked = false;
  private readonly listening: (() => void) | undefined;

  constructor(io: Io) {
    this.listening = io.onInterrupt?.(() => {
      this.isAsked = true;
      this.giveBack();
    });
  }

  /** @throws InterruptedError where somebody wants to stop */
  check(): void {
    if (this.isAsked) throw new InterruptedError('interrupted');
  }

  /** From here on an interruption ends the command wherever it is. */
  giveBack(): void {
    this.listening?.();
  }
}
