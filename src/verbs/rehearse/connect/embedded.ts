import { builtCluster } from './cluster';
import type { Ledger, Row } from './ledger';

/**
 * A PostgreSQL in this process and its memory, which takes a second to start.
 * @see https://pglite.dev
 */
export async function embeddedLedger(): Promise<Ledger> {
  const { PGlite }: typeof import('@electric-sql/pglite') = require('@electric-sql/pglite');
  const loadDataDir = builtCluster();
  const database = await PGlite.create(loadDataDir === undefined ? {} : { loadDataDir });
  return {
    query: async (sql, values = []) => (await database.query<Row>(sql, [...values])).rows,
    run: async (sql) => {
      await database.exec(sql);
    },
    close: () => database.close(),
  };
}
