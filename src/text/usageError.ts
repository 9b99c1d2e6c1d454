/** The command was called wrongly: an option's value, an unknown id, no such data folder. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Not `instanceof`: the bundled command and the modules that synthesize have a class each. */
export function isUsageError(error: unknown): error is Error {
  return error instanceof Error && error.name === 'UsageError';
}
