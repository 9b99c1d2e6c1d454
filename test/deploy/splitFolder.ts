import { readFileSync, writeFileSync } from 'node:fs';
import type { DataFiles } from '../../src/catalog';
import { DeployFolder, type Ran } from './deployFolder';

/** A line of a plan that is no change. */
const NOTHING = ': nothing to change';

/** A team's folder whose stacks are divided one way or the other. */
export class SplitFolder {
  private constructor(readonly folder: DeployFolder) {}

  static async of(files: DataFiles): Promise<SplitFolder> {
    return new SplitFolder(await DeployFolder.of(files, 'terraform'));
  }

  deploy(...args: string[]) {
    return this.folder.deploy(['--auto-approve', ...args]);
  }

  moves() {
    return this.folder.run('sh', ['cdktf.out/moves.sh']);
  }

  /** Writes how the stacks are divided: by team, or not. */
  divide(isByTeam: boolean): void {
    const path = this.folder.at('cdktf.json');
    const { context: _, ...rest } = JSON.parse(readFileSync(path, 'utf8'));
    const context = isByTeam ? { context: { stacks: 'by team' } } : {};
    writeFileSync(path, JSON.stringify({ ...rest, ...context }));
  }

  /** Nothing that is in either account is another than before, by the ids that the vendors gave. */
  async unchanged(work: () => Promise<unknown>): Promise<void> {
    const before = this.accounts();
    await work();
    expect(this.accounts()).toBe(before);
  }

  /** Nothing is planned any more, and the accounts are as the data says. @returns how many stacks there are */
  async settled(): Promise<number> {
    return this.settledBy(await this.folder.deploy(['--plan-only']));
  }

  /**
   * The same of a deploy that found nothing to do.
   * @param but lines on what it did all the same
   */
  async settledBy({ code, out }: Ran, but = /^$/): Promise<number> {
    const found = linesOfStacks(out).filter((line) => !line.endsWith(NOTHING) && !but.test(line));
    expect([code, found]).toEqual([0, []]);
    const drift = await this.folder.run(process.execPath, ['bin/watchbill.js', 'drift']);
    expect([drift.code, drift.err]).toEqual([0, expect.any(String)]);
    return untouched(out).length;
  }

  private accounts(): string {
    const { pagerduty, datadog } = this.folder.sandbox.state;
    return JSON.stringify([pagerduty, datadog]);
  }
}

/** Stacks of which a deploy says that it changes nothing in them. */
export function untouched(out: string): string[] {
  return linesOfStacks(out).flatMap((line) =>
    line.endsWith(NOTHING) ? [line.slice(0, -NOTHING.length)] : [],
  );
}

function linesOfStacks(out: string): string[] {
  return out.split('\n').filter((line) => /^(on-call|monitors)/.test(line));
}
