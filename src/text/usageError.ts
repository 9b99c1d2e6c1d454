/** The command was called incorrectly: a bad option, an unknown id, a missing data folder. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** True for a {@link UsageError}. Does not use `instanceof`: the bundled command and the synthesizing modules each have their own class. */
export function isUsageError(error: unknown): error is Error {
  return error instanceof Error && error.name === 'UsageError';
}
