import type { ChildProcess } from 'node:child_process';
import type { Io } from '../../../cli/io';
import { everySecond } from '../../../cli/waiting';

/**
 * For how many seconds an interrupted run that changes nothing waits for its providers. PagerDuty's never
 * ends by itself if it is interrupted while it looks up a vendor and gets no answer: it asks again and
 * again, without a pause.
 * @see https://github.com/PagerDuty/terraform-provider-pagerduty/blob/v3.30.8/pagerdutyplugin/data_source_pagerduty_vendor.go
 */
const GRACE = 60;

/** Somebody interrupted the deploy. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** A program that runs, and whether it can be ended at any time. */
interface Running {
  readonly child: ChildProcess;
  readonly changesNothing: boolean;
}

/**
 * Passes an interruption on to Terraform, which then stops its providers, writes its state and
 * releases its lock. Only once: a second one makes it quit at once and lose the state, and a
 * terminal and npm both send one. A run that changes nothing has no state to lose: it gets the
 * second one if it has not ended after a minute.
 */
export class Interrupts {
  private running: Running | undefined;
  private isInterrupted = false;
  private readonly stop: () => void;

  constructor(private readonly io: Pick<Io, 'onInterrupt' | 'err' | 'everySecond'>) {
    const onInterrupt = io.onInterrupt ?? (() => () => {});
    this.stop = onInterrupt(() => {
      if (this.isInterrupted) return;
      this.isInterrupted = true;
      if (this.running === undefined) return;
      io.err(
        this.running.changesNothing
          ? '\ninterrupted: waiting until Terraform has stopped\n'
          : '\ninterrupted: waiting until Terraform has stopped and written its state\n',
      );
      this.pass(this.running);
    });
  }

  /**
   * Sets the program to pass interruptions on to; it must have its own process group.
   * @param changesNothing whether it can be ended at any time
   */
  watch(child: ChildProcess, changesNothing: boolean): void {
    this.running = { child, changesNothing };
    child.on('exit', () => {
      this.running = undefined;
    });
    // The interruption came before the program started.
    if (this.isInterrupted) this.pass(this.running);
  }

  /** @throws Interrupted if somebody has interrupted: nothing more begins */
  check(): void {
    if (this.isInterrupted) throw new Interrupted('interrupted');
  }

  /** Restores the default handling of interruptions. */
  end(): void {
    this.stop();
  }

  private pass({ child, changesNothing }: Running): void {
    child.kill('SIGINT');
    if (!changesNothing) return;
    let seconds = 0;
    const stop = (this.io.everySecond ?? everySecond)(() => {
      seconds += 1;
      if (seconds !== GRACE) return;
      this.io.err('Terraform is still waiting for a provider: stopping it anyway\n');
      child.kill('SIGINT');
    });
    child.on('exit', stop);
  }
}
