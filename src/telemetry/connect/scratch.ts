import { randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { identifier } from '../sqlText';
import type { Ledger, Row } from './ledger';

/**
 * A new, empty database of its own on a real server, removed at the end: a rehearsal
 * touches no row of the ledger that the team works with. Roles are the server's, so that
 * those of the ledger are there afterwards.
 *
 * @param url address of any database of the server, e.g. `postgresql://me@localhost/postgres`; its
 *   user may create databases and roles
 */
export async function scratchLedger(url: string): Promise<Ledger> {
  const { Client } = require('pg') as typeof import('pg');
  const name = `watchbill_rehearsal_${randomBytes(6).toString('hex')}`;
  // A server that goes away fails the next statement, not the process.
  const opened = (each: Client) => each.on('error', () => undefined).connect();
  const server = new Client({ connectionString: url });
  await opened(server);
  let client: Client | undefined;
  const close = async () => {
    try {
      await client?.end();
      // Whoever looks into it, an agent that discovers databases, does not keep it.
      await server.query(`DROP DATABASE IF EXISTS ${identifier(name)} WITH (FORCE)`);
    } finally {
      await server.end();
    }
  };
  try {
    await server.query(`CREATE DATABASE ${identifier(name)}`);
    // Not by its address: its own user, host and password stay as they were read there.
    const { user, password, host, port, ssl } = server;
    client = new Client({ user, password, host, port, ssl, database: name });
    await opened(client);
  } catch (error) {
    await close();
    throw error;
  }
  const connected = client;
  return {
    query: async (sql, values = []) => (await connected.query<Row>(sql, [...values])).rows,
    run: async (sql) => {
      await connected.query(sql);
    },
    close,
  };
}
