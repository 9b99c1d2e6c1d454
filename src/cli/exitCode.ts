/** The command's exit codes: a public contract. */
export const EXIT = {
  /** Success. */
  clean: 0,
  /** The data has errors. */
  problems: 1,
  /** Wrong usage. */
  usage: 2,
  /** What is deployed differs from the data. */
  drift: 3,
  /** What would be deployed is not the approved plan. */
  unapproved: 4,
  /** A bug in Watchbill (BUG001): EX_SOFTWARE of sysexits.h. */
  bug: 70,
} as const;
