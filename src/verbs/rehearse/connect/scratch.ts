import { randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { identifier } from '../../../telemetry/sqlText';
import { errorText } from '../../../text/errorText';
import { type Ledger, LedgerError, type Row } from './ledger';

/** A server that has not let us in for so long is not there, in milliseconds. */
const CONNECT_MS = 10_000;

/**
 * A new, empty database of its own on a real server, removed at the end: a rehearsal
 * touches no row of the ledger that the team works with. Roles are the server's, so that
 * those of the ledger are there afterwards.
 *
 * @param url address of any database of the server, e.g. `postgresql://me@localhost/postgres`; its
 *   user may create databases and roles
 * @throws LedgerError where the server cannot be reached or refuses, later on too
 */
export async function scratchLedger(url: string): Promise<Ledger> {
  const { Client }: typeof import('pg') = require('pg');
  const name = `watchbill_rehearsal_${randomBytes(6).toString('hex')}`;
  // A server that goes away fails the next statement, not the process.
  const opened = (each: Client) => each.on('error', () => undefined).connect();
  // An address that is none is found by the constructor.
  const limit = { connectionTimeoutMillis: CONNECT_MS };
  const server = await told(
    Promise.resolve(url).then((connectionString) => new Client({ connectionString, ...limit })),
  );
  await told(opened(server));
  let client: Client | undefined;
  const close = async () => {
    try {
      await told(client?.end() ?? Promise.resolve());
      // Whoever looks into it, an agent that discovers databases, does not keep it.
      await told(server.query(`DROP DATABASE IF EXISTS ${identifier(name)} WITH (FORCE)`));
    } finally {
      await server.end();
    }
  };
  try {
    await told(server.query(`CREATE DATABASE ${identifier(name)}`));
    // Not by its address: its own user, host and password stay as they were read there.
    const { user, password, host, port, ssl } = server;
    client = new Client({ user, password, host, port, ssl, database: name, ...limit });
    await told(opened(client));
  } catch (error) {
    await close();
    throw error;
  }
  const connected = client;
  return {
    query: async (sql, values = []) =>
      (await told(connected.query<Row>(sql, [...values]), answerReason)).rows,
    run: async (sql) => {
      await told(connected.query(sql), answerReason);
    },
    close,
  };
}

/** What the server or the network says, as one kind of error; neither shows a password. */
async function told<T>(answer: Promise<T>, say = reasonOf): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw new LedgerError(say(error), { cause: error });
  }
}

/**
 * Of a connection that is lost it depends on the moment whether the server, the driver or
 * the network tells it, each in words of its own: `write EPIPE` alone says nothing to anybody.
 */
function answerReason(error: unknown): string {
  const reason = reasonOf(error);
  return isRefusal(error) ? reason : `the connection was lost: ${reason}`;
}

/**
 * True where the server has answered, and is there for the next statement.
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html classes 08 and 57P
 */
function isRefusal(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'severity' in error &&
    'code' in error &&
    !/^(08|57P)/.test(String(error.code))
  );
}

/** A host of several addresses fails with as many errors and no message of its own. */
function reasonOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'errors' in error && Array.isArray(error.errors)
    ? [...new Set(error.errors.map(errorText))].join('; ')
    : errorText(error);
}
