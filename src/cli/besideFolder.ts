import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** What is written, until it takes the folder's place. */
export const FRESH = 'fresh';
/** What the folder contained, until that is done. */
export const LAST = 'last';

/** Machines that share a disk do not know of each other's processes. */
const MACHINE = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

/** A new folder next to another, e.g. `site.watchbill-1f2e3d4c-4711-a1B2c3`: its name says whose it is. */
export function besideFolder(path: string): string {
  return mkdtempSync(`${path}.watchbill-${MACHINE}-${process.pid}-`);
}

/** Puts back what a folder contained, if a process of this machine was killed just as it replaced it. */
export function restoreLast(path: string): void {
  if (existsSync(path)) return;
  const last = leftovers(path)
    .map((folder) => join(folder, LAST))
    .find(existsSync);
  if (last !== undefined) renameSync(last, path);
}

/**
 * Removes what {@link besideFolder} made next to a folder for processes of this machine that were
 * killed. What it cannot remove stays: the folder itself is complete.
 */
export function removeLeftovers(path: string): void {
  for (const folder of leftovers(path)) {
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Somebody else's by now.
    }
  }
}

function leftovers(path: string): string[] {
  const beside = dirname(path);
  if (!existsSync(beside)) return [];
  return readdirSync(beside)
    .map((name) => join(beside, name))
    .filter((folder) => isLeftover(folder, basename(path)));
}

function isLeftover(folder: string, of: string): boolean {
  const name = basename(folder);
  if (!name.startsWith(`${of}.`)) return false;
  const [, machine, pid] = /^watchbill-([\da-f]{8})-(\d+)-\w{6}$/.exec(name.slice(of.length + 1)) ?? [];
  if (machine !== MACHINE || isAlive(Number(pid))) return false;
  try {
    return (
      lstatSync(folder).isDirectory() && readdirSync(folder).every((each) => each === FRESH || each === LAST)
    );
  } catch {
    return false; // Gone by now, or of another user.
  }
}

/** A process of another user refuses the signal: it is alive. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
