import { isUsageError } from '../text/usageError';
import { DataProblems, reportDataProblems } from './dataProblems';
import { EXIT } from './exitCode';
import { withExplainHint } from './explainHint';
import { processIo } from './io';
import { unexpected } from './unexpected';

/**
 * Runs a program to its exit code. Every failure becomes a message on standard error, including
 * unhandled rejections and errors of the output streams.
 * @param main returns the exit code
 * @param undone what did not happen in case of wrong usage
 */
export async function program(main: () => number | Promise<number>, undone?: string): Promise<void> {
  process.on('uncaughtException', (error) => process.exit(reportUnexpected(error)));
  let lost: number = EXIT.clean;
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // The reader has seen enough (`| head`); the program still finishes its work.
      if (error.code === 'EPIPE' || lost !== EXIT.clean) return;
      lost = reportUnexpected(error);
    });
  }
  process.on('exit', () => {
    if (lost !== EXIT.clean) process.exitCode = lost;
  });
  try {
    process.exitCode = await main();
  } catch (error) {
    if (error instanceof DataProblems) process.exitCode = reportDataProblems(error, processIo);
    else process.exitCode = isUsageError(error) ? reportUsage(error, undone) : reportUnexpected(error);
  }
}

/** @returns the exit code */
function reportUsage({ message }: Error, undone: string | undefined): number {
  processIo.err(withExplainHint(`${message}\n${undone === undefined ? '' : `${undone}\n`}`));
  return EXIT.usage;
}

/** @returns the exit code */
function reportUnexpected(error: unknown): number {
  const { text, code } = unexpected(error, process.env);
  processIo.err(withExplainHint(text));
  return code;
}
