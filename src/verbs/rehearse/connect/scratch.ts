import { randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { identifier } from '../../../telemetry/sqlText';
import { errorText } from '../../../text/errorText';
import { type Ledger, LedgerError, type Row } from './ledger';

/** How long to wait for a connection, in milliseconds. */
const CONNECT_MS = 10_000;

/**
 * Creates a temporary database on a real server, so that a rehearsal never touches the team's
 * own ledger. Roles belong to the server, so the ledger's roles remain afterwards.
 *
 * @param url address of any database of the server, e.g. `postgresql://me@localhost/postgres`; its
 *   user has to be able to create databases and roles
 * @throws LedgerError if the server cannot be reached or refuses, also later
 */
export async function scratchLedger(url: string): Promise<Ledger> {
  const { Client }: typeof import('pg') = require('pg');
  const name = `watchbill_rehearsal_${randomBytes(6).toString('hex')}`;
  // If the server goes away, the next statement should fail, not the process.
  const opened = (each: Client) => each.on('error', () => undefined).connect();
  // The constructor throws for a malformed address.
  const limit = { connectionTimeoutMillis: CONNECT_MS };
  const server = await ledgerAnswer(
    Promise.resolve(url).then((connectionString) => new Client({ connectionString, ...limit })),
  );
  await ledgerAnswer(opened(server));
  let client: Client | undefined;
  const close = async () => {
    try {
      await ledgerAnswer(client?.end() ?? Promise.resolve());
      // Other sessions, such as an agent that discovers databases, must not block this.
      await ledgerAnswer(server.query(`DROP DATABASE IF EXISTS ${identifier(name)} WITH (FORCE)`));
    } finally {
      await server.end();
    }
  };
  try {
    await ledgerAnswer(server.query(`CREATE DATABASE ${identifier(name)}`));
    // Not by address, so that user, host and password stay as the driver read them.
    const { user, password, host, port, ssl } = server;
    client = new Client({ user, password, host, port, ssl, database: name, ...limit });
    await ledgerAnswer(opened(client));
  } catch (error) {
    await close();
    throw error;
  }
  const connected = client;
  return {
    query: async (sql, values = []) =>
      (await ledgerAnswer(connected.query<Row>(sql, [...values]), answerReason)).rows,
    run: async (sql) => {
      await ledgerAnswer(connected.query(sql), answerReason);
    },
    close,
  };
}

/** Turns errors of the server or the network, neither of which shows a password, into one kind. */
async function ledgerAnswer<T>(answer: Promise<T>, say = reasonOf): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw new LedgerError(say(error), { cause: error });
  }
}

/**
 * Whether the server, the driver or the network reports a lost connection depends on the moment; a
 * bare `write EPIPE` would not help anybody.
 */
function answerReason(error: unknown): string {
  const reason = reasonOf(error);
  return isRefusal(error) ? reason : `the connection was lost: ${reason}`;
}

/**
 * Whether the server has answered, and can take the next statement.
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

/** A host with several addresses fails with several errors and no message of its own. */
function reasonOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'errors' in error && Array.isArray(error.errors)
    ? [...new Set(error.errors.map(errorText))].join('; ')
    : errorText(error);
}
