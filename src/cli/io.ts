import { Temporal } from 'temporal-polyfill';

/** What a command touches of the world, so that tests can give their own. */
export interface Io {
  /** Standard output: the table, or the JSON alone. */
  readonly out: (text: string) => void;
  /** Standard error: problems and hints. */
  readonly err: (text: string) => void;
  /** Environment variables. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The present instant; asked only where no `--as-of` is given. */
  readonly now: () => Temporal.Instant;
}

/** The process's own. */
export const processIo: Io = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  env: process.env,
  now: () => Temporal.Now.instant(),
};
