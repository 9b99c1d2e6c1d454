import { type Diagnostic, hasErrors } from '../catalog';
import { paletteOf } from './color';
import { diagnosticsText } from './diagnosticsReport';
import { EXIT } from './exitCode';
import type { Io } from './io';

/** The data has errors that stop the command; its entry point prints them. */
export class DataProblems extends Error {
  override readonly name = 'DataProblems';

  /**
   * @param undone the last line: what did not happen because of the errors
   * @default undone - no such line
   */
  constructor(
    readonly diagnostics: readonly Diagnostic[],
    readonly undone?: string,
  ) {
    super('the data has errors');
  }
}

/**
 * Stops a command if its problems include errors.
 * @throws DataProblems with the errors only
 */
export function refuseErrors(problems: readonly Diagnostic[], undone?: string): void {
  if (!hasErrors(problems)) return;
  throw new DataProblems(
    problems.filter(({ severity }) => severity === 'error'),
    undone,
  );
}

/**
 * Prints the problems on standard error.
 * @returns the exit code
 */
export function reportDataProblems(
  { diagnostics, undone }: DataProblems,
  io: Pick<Io, 'err' | 'color'>,
): number {
  io.err(diagnosticsText(diagnostics, paletteOf(io, 'err')));
  if (undone !== undefined) io.err(`${undone}\n`);
  return EXIT.problems;
}
