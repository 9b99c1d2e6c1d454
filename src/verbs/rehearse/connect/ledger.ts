/** A row of an answer, by column name. */
export type Row = Readonly<Record<string, unknown>>;

/** A server cannot be reached, refuses, or goes away; the message is that of the server or the network. */
export class LedgerError extends Error {
  override readonly name = 'LedgerError';
}

/** A connection to a ledger's database. */
export interface Ledger {
  /** Runs one statement, with values for `$1`, `$2` … */
  query(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  /** Runs several statements without values. */
  run(sql: string): Promise<void>;
  /** Closes the connection, and removes a database that was created for the rehearsal. */
  close(): Promise<void>;
}
