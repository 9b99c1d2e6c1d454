import type { Temporal } from 'temporal-polyfill';
import { UsageError } from '../../text/usageError';
import { VendorError } from '../../vendors';
import { refuseOtherAsOf } from '../asOfNow';
import { DataProblems } from '../dataProblems';
import { EXIT } from '../exitCode';
import type { Io } from '../io';
import { noAnswerText } from '../noAnswer';
import { type CommonOptions, dataFolder } from '../session';
import { DataFileError, EditedData } from './editedData';

/** The last line of a command that stopped before its first change. */
export const NOTHING_CHANGED = 'nothing was changed';
const YES = 'pass --yes to go ahead without asking';

/** The options of a command that acts at once; it has no `--as-of`. */
export interface AtOnceOptions extends Omit<CommonOptions, 'asOf'> {
  /** Do not ask for confirmation. */
  readonly yes?: boolean;
}

/** The request cannot be met because of the data, or of what a vendor has. */
export class ChangeRefused extends Error {
  override readonly name = 'ChangeRefused';
}

/** What distinguishes the commands that act at once. */
export interface AtOnce {
  /** The name of the data file that is written, e.g. `leave.yaml`. */
  readonly file: string;
  /** Why `WATCHBILL_AS_OF` has no say. */
  readonly asOfHint: string;
  readonly options: AtOnceOptions;
}

/**
 * The frame of a command that changes a vendor and the data at once: reads the data, and puts into
 * words what prevents the change.
 * @param act does the rest, as of now to the second
 * @returns the exit code
 * @throws DataProblems if the data that says who is on call has errors
 * @throws UsageError
 */
export async function atOnce(
  { file, asOfHint, options }: AtOnce,
  io: Io,
  act: (data: EditedData, now: Temporal.Instant) => Promise<number>,
): Promise<number> {
  if (options.json === true && options.yes !== true) {
    throw new UsageError(`--json cannot ask for confirmation\n  ${YES}`);
  }
  const data = EditedData.open(dataFolder(options, io), file);
  if (!(data instanceof EditedData)) throw new DataProblems(data, NOTHING_CHANGED);
  refuseOtherAsOf(io, data.catalog.organization.timeZone, asOfHint);
  try {
    return await act(data, io.now().round({ smallestUnit: 'second', roundingMode: 'trunc' }));
  } catch (error) {
    const text = refusalText(error);
    if (text === undefined) throw error;
    io.err(text);
    return EXIT.problems;
  }
}

/**
 * Asks for confirmation, unless `--yes` gives it.
 * @returns the exit code if nothing is to be changed; undefined to go ahead
 */
export async function unconfirmed(
  question: string,
  { yes }: AtOnceOptions,
  io: Pick<Io, 'confirm' | 'err'>,
): Promise<number | undefined> {
  if (yes === true) return undefined;
  if (io.confirm === undefined) {
    io.err(`${NOTHING_CHANGED}: there is no terminal to ask for confirmation\n  ${YES}\n`);
    return EXIT.usage;
  }
  if (await io.confirm(question)) return undefined;
  io.err(`${NOTHING_CHANGED}\n`);
  return EXIT.clean;
}

/** @returns undefined for any other error */
function refusalText(error: unknown): string | undefined {
  if (error instanceof ChangeRefused) return `${error.message}\n  ${NOTHING_CHANGED}\n`;
  if (error instanceof DataFileError) return `${error.message}\n  ${NOTHING_CHANGED}; fix the file by hand\n`;
  if (error instanceof VendorError) return noAnswerText(error, NOTHING_CHANGED);
  return undefined;
}
