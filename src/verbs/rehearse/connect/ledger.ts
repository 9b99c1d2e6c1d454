/** A row as the database answers it, by the names of its columns. */
export type Row = Readonly<Record<string, unknown>>;

/** A server cannot be reached, refuses, or goes away; the message is the server's or the network's own. */
export class LedgerError extends Error {
  override readonly name = 'LedgerError';
}

/** A connection to a ledger's database. */
export interface Ledger {
  /** One statement, with values for `$1`, `$2` … */
  query(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  /** Statements without values, one after the other. */
  run(sql: string): Promise<void>;
  /** Lets go of it; a database that was made for a rehearsal is removed. */
  close(): Promise<void>;
}
