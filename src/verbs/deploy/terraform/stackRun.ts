import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type StackPlan, stackPlan } from '../plan/stackPlan';
import { diagnosticsOfText, eventOf, type TerraformDiagnostic, type TerraformEvent } from './events';
import { useOwnRecord } from './ownRecord';
import { Patience } from './patience';
import { type Ended, type Runner, run, runToFile } from './run';

/** Terraform ended with an error. */
export class TerraformFailure extends Error {
  override readonly name = 'TerraformFailure';

  constructor(
    /** The name of the stack. */
    readonly where: string,
    /** E.g. `apply`. */
    readonly step: string,
    readonly diagnostics: readonly TerraformDiagnostic[],
  ) {
    super(`${where}: terraform ${step} failed`);
  }
}

/** How a plan is made. */
export interface PlanOptions {
  /** Whether it removes everything. */
  readonly destroy: boolean;
  /** Whether it takes the state's lock; a run that only looks may not be allowed to. */
  readonly lock: boolean;
}

/** The name of a plan's file in the stack's folder; `privateFiles.ts` knows it, too. */
const PLAN = 'plan';
/** Terraform's error about a lock file that an earlier version of Watchbill left. */
const OTHER_VERSION = /does not match configured version/;

/** Terraform in the folder of one stack. */
export class StackRun {
  private readonly folder: string;

  constructor(
    readonly stack: string,
    private readonly runner: Runner,
    outdir: string,
  ) {
    this.folder = join(outdir, 'stacks', stack);
  }

  /** Installs the providers and connects to the state. @throws TerraformFailure */
  async init(): Promise<void> {
    useOwnRecord(this.folder, this.stack);
    const init = ['init', '-input=false', '-no-color'];
    let ended = await run(this.runner, this.folder, init);
    // The package pins the providers' versions, not a lock file in a folder outside the repository.
    if (ended.code !== 0 && OTHER_VERSION.test(ended.err.replace(/\s+/g, ' '))) {
      ended = await run(this.runner, this.folder, [...init, '-upgrade']);
    }
    if (ended.code !== 0) throw this.failure('init', diagnosticsOfText(ended.err), ended);
  }

  /** Plans, and keeps the plan in a file for {@link apply}. @throws TerraformFailure */
  async plan({ destroy, lock }: PlanOptions, onEvent: (event: TerraformEvent) => void): Promise<StackPlan> {
    this.forgetPlan();
    const options = [...(destroy ? ['-destroy'] : []), ...(lock ? [] : ['-lock=false'])];
    await this.events('plan', run, ['-input=false', `-out=${PLAN}`, ...options], onEvent);
    const shown = await run(this.runner, this.folder, ['show', '-json', '-no-color', PLAN]);
    if (shown.code !== 0) throw this.failure('show', diagnosticsOfText(shown.err), shown);
    return stackPlan(this.stack, JSON.parse(shown.out));
  }

  /** Applies exactly what was planned. @throws TerraformFailure */
  async apply(onEvent: (event: TerraformEvent) => void): Promise<void> {
    await this.events('apply', runToFile, ['-input=false', PLAN], onEvent);
  }

  /** Removes the plan's file, which contains integration keys. */
  forgetPlan(): void {
    rmSync(join(this.folder, PLAN), { force: true });
  }

  private async events(
    step: string,
    runs: typeof runToFile,
    args: readonly string[],
    onEvent: (event: TerraformEvent) => void,
  ): Promise<void> {
    const diagnostics: TerraformDiagnostic[] = [];
    const patience = new Patience(this.runner.everySecond);
    // The plan's file comes last.
    const all = [step, '-json', ...args];
    const ended = await runs({ ...this.runner, patience }, this.folder, all, (line) => {
      const event = eventOf(line);
      if (event === undefined) return;
      patience.seen(event);
      if (event.kind === 'diagnostic') diagnostics.push(event.diagnostic);
      else onEvent(event);
    });
    if (ended.code === 0) return;
    throw this.failure(step, patience.isOver ? patience.diagnostics(diagnostics) : diagnostics, ended);
  }

  private failure(step: string, found: readonly TerraformDiagnostic[], ended: Ended) {
    this.runner.interrupts.check();
    const errors = found.filter(({ severity }) => severity === 'error');
    // If it was killed, its own error may be missing.
    if (errors.length === 0 || ended.signal !== undefined) {
      errors.push({ severity: 'error', summary: endText(ended), detail: '' });
    }
    return new TerraformFailure(this.stack, step, errors);
  }
}

function endText({ code, signal, err }: Ended): string {
  if (signal !== undefined) return `it was killed by ${signal}`;
  return err.trim() === '' ? `it ended with ${code}` : err.trim();
}
