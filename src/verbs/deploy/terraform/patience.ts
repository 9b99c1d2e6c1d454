import type { ChildProcess } from 'node:child_process';
import type { Io } from '../../../cli/io';
import { everySecond } from '../../../cli/waiting';
import type { TerraformDiagnostic, TerraformEvent } from './events';

/** Longer than either provider keeps retrying one object, in seconds. */
const QUIET = 600;
/** After this many seconds more, a second interruption ends Terraform without waiting for its providers. */
const GRACE = 60;
/** What Terraform says of being stopped. */
const STOPPED = /^(operation cancell?ed|execution halted)/i;

/**
 * Limits how long Terraform may go without finishing anything. Datadog's provider waits forever for an
 * answer that does not come, and PagerDuty's for a rate limit that does not end; a deploy must not.
 */
export class Patience {
  private quiet = 0;
  private readonly underWay = new Set<string>();

  /** @param clock as `everySecond` in {@link Io} */
  constructor(private readonly clock: NonNullable<Io['everySecond']> = everySecond) {}

  /** Interrupts the program once nothing was finished for too long, and again if it goes on. */
  watch(child: ChildProcess): void {
    const stop = this.clock(() => {
      this.quiet += 1;
      if (this.quiet === QUIET || this.quiet === QUIET + GRACE) child.kill('SIGINT');
    });
    child.on('exit', stop);
  }

  /** Takes note of progress: something began or was finished. That it goes on does not count. */
  seen(event: TerraformEvent): void {
    if (event.kind === 'goes on' || this.isOver) return;
    this.quiet = 0;
    if (event.kind === 'diagnostic') return;
    if (event.kind === 'began') this.underWay.add(event.address);
    else this.underWay.delete(event.address);
  }

  /** Whether it interrupted the program. */
  get isOver(): boolean {
    return this.quiet >= QUIET;
  }

  /** The diagnostics, with the reason for the interruption first. */
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
