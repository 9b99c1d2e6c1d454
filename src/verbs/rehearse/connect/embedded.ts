import { setFlagsFromString } from 'node:v8';
import { builtCluster } from './cluster';
import type { Ledger, Row } from './ledger';

/**
 * From this many rules on, V8 may compile hot code a second time: with 16 rules that takes half of the
 * processor time, with 337 it still costs more than it saves.
 */
const MANY_RULES = 500;

/**
 * Its files are in memory, too, so a page that is not among the buffers costs a copy. PostgreSQL's
 * default of 128MB is cleared at each start: a third of what that takes.
 */
const BUFFERS = ['-c', 'shared_buffers=16MB'];

/**
 * A PostgreSQL in this process and its memory, which takes half a second to start.
 * @param rules how many rules it is for
 * @default rules - many
 * @see https://pglite.dev
 */
export async function embeddedLedger(rules: number = MANY_RULES): Promise<Ledger> {
  if (rules < MANY_RULES) {
    setFlagsFromString('--no-wasm-tier-up');
    setFlagsFromString('--no-wasm-dynamic-tiering');
  }
  const { PGlite }: typeof import('@electric-sql/pglite') = require('@electric-sql/pglite');
  const loadDataDir = builtCluster();
  const database = await PGlite.create({
    startParams: [...PGlite.defaultStartParams, ...BUFFERS],
    ...(loadDataDir !== undefined && { loadDataDir }),
  });
  return {
    query: async (sql, values = []) => (await database.query<Row>(sql, [...values])).rows,
    run: async (sql) => {
      await database.exec(sql);
    },
    close: () => database.close(),
  };
}
