import type { Ledger, Row } from './ledger';

/**
 * A PostgreSQL in this process and its memory, which takes some seconds to start.
 * @see https://pglite.dev
 */
export async function embeddedLedger(): Promise<Ledger> {
  const { PGlite }: typeof import('@electric-sql/pglite') = require('@electric-sql/pglite');
  const database = await PGlite.create();
  return {
    query: async (sql, values = []) => (await database.query<Row>(sql, [...values])).rows,
    run: async (sql) => {
      await database.exec(sql);
    },
    close: () => database.close(),
  };
}
