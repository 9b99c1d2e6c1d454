/** A function of the schema: its name with the types of its arguments, and its text. */
export interface LedgerFunction {
  readonly signature: string;
  readonly sql: string;
}

/** A definer's function looks nothing up where others may have put something. */
export const SAFE = 'SET search_path = pg_catalog, pg_temp';
