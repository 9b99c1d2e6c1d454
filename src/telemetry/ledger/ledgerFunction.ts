/** A function of the schema: its name with argument types, and its definition. */
export interface LedgerFunction {
  readonly signature: string;
  readonly sql: string;
}

/** Keeps a SECURITY DEFINER function from resolving names in schemas that others can write to. */
export const SAFE = 'SET search_path = pg_catalog, pg_temp';
