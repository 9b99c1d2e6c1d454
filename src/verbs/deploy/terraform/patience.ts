import type { ChildProcess } from 'node:child_process';
import type { Io } from '../../../cli/io';
import type { TerraformDiagnostic, TerraformEvent } from './events';

/** Longer than either provider tries one object again, in seconds. */
const QUIET = 600;
/** After which a second interruption ends it without waiting for its providers, in seconds. */
const GRACE = 60;
/** What Terraform says of being stopped. */
const STOPPED = /^(operation cancell?ed|execution halted)/i;

/**
 * How long Terraform may finish nothing. Datadog's provider waits without end for an answer
 * that does not come, and PagerDuty's for a rate limit that does not end; a deploy must not.
 */
export class Patience {
  private quiet = 0;
  private readonly underWay = new Set<string>();

  /** @param everySecond as in {@link Io} */
  constructor(private readonly everySecond: NonNullable<Io['everySecond']> = eachSecond) {}

  /** Interrupts the program once nothing was finished for too long, and again if it goes on. */
  watch(child: ChildProcess): void {
    const stop = this.everySecond(() => {
      this.quiet += 1;
      if (this.quiet === QUIET || this.quiet === QUIET + GRACE) child.kill('SIGINT');
    });
    child.on('exit', stop);
  }

  /** Something was finished, or begun. That it goes on is no news. */
  seen(event: TerraformEvent): void {
    if (event.kind === 'goes on' || this.isOver) return;
    this.quiet = 0;
    if (event.kind === 'diagnostic') return;
    if (event.kind === 'began') this.underWay.add(event.address);
    else this.underWay.delete(event.address);
  }

  /** Whether it was interrupted. */
  get isOver(): boolean {
    return this.quiet >= QUIET;
  }

  /** Why it was, before all else that it says. */
  diagnostics(found: readonly TerraformDiagnostic[]): TerraformDiagnostic[] {
    const waiting = [...this.underWay].sort();
    const reason = {
      severity: 'error' as const,
      summary: `nothing was finished for ${QUIET / 60} minutes`,
      detail: waiting.length === 0 ? '' : `under way: ${waiting.join(', ')}`,
    };
    return [reason, ...found.filter(({ summary }) => !STOPPED.test(summary))];
  }
}

function eachSecond(listener: () => void): () => void {
  const timer = setInterval(listener, 1000);
  return () => clearInterval(timer);
}
