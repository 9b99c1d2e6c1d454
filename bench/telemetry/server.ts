import { Client } from 'pg';
import type { Ledger } from '../../src/verbs/rehearse/connect/ledger';
import { Postgres } from '../../test/deploy/postgres';

/** Connections that write at once. */
export const WRITERS = 500;

const PASSWORD = 'bench-ledger';

/** As a server is run, with what it has by default otherwise: every report is on the disk before it is answered. */
const SETTINGS = `-c max_connections=${WRITERS + 20} -c shared_buffers=1GB -c max_wal_size=8GB`;

/** A PostgreSQL server for the time of a measurement. */
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
