import type { ChildProcess } from 'node:child_process';
import type { Io } from '../../../cli/io';

/** Somebody interrupted the deploy. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/**
 * Passes an interruption on to Terraform, which then stops its providers, writes its state and
 * releases its lock. Only once: a second one would make it quit at once and lose the state, and a
 * terminal and npm both send one.
 */
export class Interrupts {
  private child: ChildProcess | undefined;
  private isInterrupted = false;
  private readonly stop: () => void;

  constructor(io: Pick<Io, 'onInterrupt' | 'err'>) {
    const onInterrupt = io.onInterrupt ?? (() => () => {});
    this.stop = onInterrupt(() => {
      if (this.isInterrupted) return;
      this.isInterrupted = true;
      if (this.child === undefined) return;
      io.err('\ninterrupted: waiting until Terraform has stopped and written its state\n');
      this.child.kill('SIGINT');
    });
  }

  /** Sets the program to pass interruptions on to; it must have its own process group. */
  watch(child: ChildProcess): void {
    this.child = child;
    child.on('exit', () => {
      this.child = undefined;
    });
    // The interruption came before the program started.
    if (this.isInterrupted) child.kill('SIGINT');
  }

  /** @throws Interrupted if somebody has interrupted: nothing more begins */
  check(): void {
    if (this.isInterrupted) throw new Interrupted('interrupted');
  }

  /** Restores the default handling of interruptions. */
  end(): void {
    this.stop();
  }
}
