import { Client } from 'pg';
import type { Ledger } from '../../src/verbs/rehearse/connect/ledger';
import { Postgres } from '../../test/support/postgres';
import { SMALL } from '../support/bounds';

/** Connections that write at the same time. */
export const WRITERS = SMALL ? 20 : 500;

const PASSWORD = 'bench-ledger';

/** Otherwise the defaults of a server: every report is on the disk before it is answered. */
const SETTINGS = `-c max_connections=${WRITERS + 20} -c shared_buffers=1GB -c max_wal_size=8GB`;

/** A PostgreSQL server for one measurement. */
export class Server {
  private readonly postgres = Postgres.start(PASSWORD, SETTINGS);

  async connect(): Promise<Ledger> {
    const client = new Client({ connectionString: this.postgres.connection });
    await client.connect();
    return {
      query: async (sql, values = []) => (await client.query(sql, [...values])).rows,
      run: async (sql) => {
        await client.query(sql);
      },
      close: () => client.end(),
    };
  }

  stop(): void {
    this.postgres.stop();
  }
}
