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
  /** What would be deployed is not the plan that was approved. */
  unapproved: 4,
  /** Watchbill itself made a mistake (BUG001); the number that sysexits.h gives to that. */
  bug: 70,
} as const;
