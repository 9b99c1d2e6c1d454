import type { Io } from '../io';
import { DataFileError, type EditedData } from './editedData';

/** A change that is made at once, in a data file and at a vendor. */
export interface Change {
  readonly data: EditedData;
  /** The file's text afterwards. */
  readonly text: string;
  /** Takes an earlier change back. */
  readonly cancel: boolean;
  /**
   * Makes the vendor's part of it, as far as it is not made yet.
   * @param isInterrupted whether no further step may begin
   * @param problems gets whatever fails
   * @returns whether the vendor is as it should be
   */
  readonly atVendor: (isInterrupted: () => boolean, problems: string[]) => Promise<boolean>;
  /**
   * Looks at the result when all is done, and adds whatever is wrong.
   * @default - nothing more is looked at
   */
  readonly verify?: (problems: string[]) => Promise<void>;
}

/** The result of {@link carryOut}. */
export interface Outcome {
  /** Whether the data file is up to date. */
  readonly fileDone: boolean;
  /** Whether the vendor is as it should be. */
  readonly vendorDone: boolean;
  /** What failed; empty if all is well. */
  readonly problems: readonly string[];
}

/**
 * Makes the changes that are not made yet. The entry is written before anything is made at the
 * vendor, and removed after all of that is gone, so that nothing of ours is ever at a vendor without
 * an entry: the next deploy makes what an entry lacks, but nothing removes what has no entry. A file
 * that somebody else has changed stops everything. After a failure or an interruption, the same
 * command continues.
 */
export async function carryOut(change: Change, io: Pick<Io, 'onInterrupt'>): Promise<Outcome> {
  const { data, text, cancel, atVendor, verify } = change;
  const problems: string[] = [];
  let isInterrupted = false;
  const giveBack = io.onInterrupt?.(() => {
    isInterrupted = true;
  });
  try {
    const isFresh = attempt(() => data.refuseChanged(), problems);
    let fileDone = isFresh && !cancel && attempt(() => data.write(text), problems);
    if (!isFresh || (!cancel && !fileDone)) return { fileDone: false, vendorDone: false, problems };
    const vendorDone = await atVendor(() => isInterrupted, problems);
    if (isInterrupted && !vendorDone) problems.unshift('interrupted');
    if (cancel && vendorDone) fileDone = attempt(() => data.write(text), problems);
    if (vendorDone && problems.length === 0) await verify?.(problems);
    return { fileDone, vendorDone, problems };
  } finally {
    giveBack?.();
  }
}

function attempt(act: () => void, problems: string[]): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if (!(error instanceof DataFileError)) throw error;
    problems.push(error.message);
    return false;
  }
}
