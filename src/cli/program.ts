import { isUsageError } from '../text/usageError';
import { DataProblems, reportDataProblems } from './dataProblems';
import { EXIT } from './exitCode';
import { processIo } from './io';
import { unexpected } from './unexpected';

/**
 * Runs a program of ours to its exit code; whatever goes wrong is told on standard error
 * in words, also a promise that nobody waited for and an error while something streams.
 * @param main returns the exit code
 * @param undone what has not happened where the program was called wrongly
 */
export async function program(main: () => number | Promise<number>, undone?: string): Promise<void> {
  process.on('uncaughtException', (error) => process.exit(told(error)));
  let lost: number = EXIT.clean;
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // Whoever read has seen enough (`| head`); what was begun is brought to its end.
      if (error.code === 'EPIPE' || lost !== EXIT.clean) return;
      lost = told(error);
    });
  }
  process.on('exit', () => {
    if (lost !== EXIT.clean) process.exitCode = lost;
  });
  try {
    process.exitCode = await main();
  } catch (error) {
    if (error instanceof DataProblems) process.exitCode = reportDataProblems(error, processIo);
    else process.exitCode = isUsageError(error) ? usage(error, undone) : told(error);
  }
}

function usage({ message }: Error, undone: string | undefined): number {
  process.stderr.write(`${message}\n${undone === undefined ? '' : `${undone}\n`}`);
  return EXIT.usage;
}

/** @returns the exit code */
function told(error: unknown): number {
  const { text, code } = unexpected(error, process.env);
  process.stderr.write(text);
  return code;
}
