import { type Diagnostic, hasErrors } from '../catalog';
import { paletteOf } from './color';
import { diagnosticsText } from './diagnosticsReport';
import { EXIT } from './exitCode';
import type { Io } from './io';

/** The data has errors that stop a command; whoever runs the command prints them. */
export class DataProblems extends Error {
  override readonly name = 'DataProblems';

  /**
   * @param undone what did not happen because of them, as the last line
   * @default undone - nothing needs saying
   */
  constructor(
    readonly diagnostics: readonly Diagnostic[],
    readonly undone?: string,
  ) {
    super('the data has errors');
  }
}

/**
 * Stops a command where there are errors among its problems.
 * @throws DataProblems with the errors alone
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
