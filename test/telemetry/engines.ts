import { Client } from 'pg';
import { embeddedLedger } from '../../src/verbs/rehearse/connect/embedded';
import type { Ledger } from '../../src/verbs/rehearse/connect/ledger';
import { suiteUnless } from '../suite';
import { Postgres, whyNoPostgres } from '../support/postgres';

/** Of every login that a test makes. */
export const PASSWORD = 'canary-ledger-password';

/** A database of a test's own, and sessions in it. */
export interface Database {
  /** A superuser's session. */
  readonly owner: Ledger;
  /** Works as somebody who was made with `CREATE ROLE … LOGIN`. */
  as<T>(login: string, work: (session: Ledger) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** A session of its own, ended by `close`. */
export async function connected(url: string): Promise<Ledger> {
  const client = new Client({ connectionString: url });
  // A session that the server ends fails the call that is under way.
  client.on('error', () => undefined);
  await client.connect();
  return {
    query: async (sql, values = []) => (await client.query(sql, [...values])).rows,
    run: async (sql) => {
      await client.query(sql);
    },
    close: () => client.end(),
  };
}

/** The address of a database of a server, for a login. */
export function addressOf(server: Postgres, database = 'postgres', login?: string): string {
  const address = server.connection.replace('@/postgres', `@/${database}`);
  return login === undefined ? address : address.replace(/\/\/[^@]*@/, `//${login}:${PASSWORD}@`);
}

async function embedded(): Promise<Database> {
  const owner = await embeddedLedger();
  return {
    owner,
    as: async (login, work) => {
      await owner.run(`SET SESSION AUTHORIZATION "${login}"`);
      try {
        return await work(owner);
      } finally {
        await owner.run('RESET ROLE; SET SESSION AUTHORIZATION postgres');
      }
    },
    close: () => owner.close(),
  };
}

async function onServer(): Promise<Database> {
  const server = Postgres.start(PASSWORD);
  const owner = await connected(addressOf(server));
  return {
    owner,
    as: async (login, work) => {
      const session = await connected(addressOf(server, 'postgres', login));
      try {
        return await work(session);
      } finally {
        await session.close();
      }
    },
    close: async () => {
      await owner.close();
      server.stop();
    },
  };
}

/** The same tests on the embedded PostgreSQL and on a server, which may not be on the machine. */
export function onEachEngine(name: string, tests: (open: () => Promise<Database>) => void): void {
  describe(`${name}, embedded`, () => tests(embedded));
  suiteUnless(whyNoPostgres(), `${name}, on a server`, () => tests(onServer));
}
