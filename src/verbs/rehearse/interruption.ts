import type { Io } from '../../cli/io';

/** Somebody pressed Ctrl-C. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError';
}

/**
 * Handles Ctrl-C while a temporary database exists: the current rule is finished and the
 * database removed. A second Ctrl-C ends the command at once.
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

  /** @throws InterruptedError if somebody pressed Ctrl-C */
  check(): void {
    if (this.isAsked) throw new InterruptedError('interrupted');
  }

  /** From here on, Ctrl-C ends the command at once. */
  giveBack(): void {
    this.listening?.();
  }
}
