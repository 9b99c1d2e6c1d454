/** What the command's exit code says; a public contract. */
export const EXIT = {
  /** Done, and nothing is wrong. */
  clean: 0,
  /** The data has errors. */
  problems: 1,
  /** The command was called wrongly. */
  usage: 2,
  /** What is deployed is not what the data says. */
  drift: 3,
} as const;

/** The command was called wrongly: an option's value, an unknown id, no such data folder. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
