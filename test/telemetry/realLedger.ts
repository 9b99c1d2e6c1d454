import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Postgres } from '../support/postgres';

/** What a program said, and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const ADMINISTRATOR_PASSWORD = 'canary-administrator-password';
/** Of every login but the administrator's. */
const PASSWORD = 'canary-ledger-password';

/** A PostgreSQL server for a ledger, and its clients; nothing is installed yet. */
export class RealLedger {
  private readonly postgres = Postgres.start(ADMINISTRATOR_PASSWORD);
  /** Folder of its own for what clients need; the working directory of all of them. */
  readonly folder = mkdtempSync(join(tmpdir(), 'watchbill-ledger-'));

  /** Folder of the server's socket. */
  get host(): string {
    return this.postgres.host;
  }

  /** What a client of a login has in its environment; the password is in a file, as it should be. */
  environment(login: string): Record<string, string> {
    const passwords = join(this.folder, 'pgpass');
    writeFileSync(passwords, `*:*:*:*:${PASSWORD}\n`, { mode: 0o600 });
    return {
      PATH: `${this.postgres.programs}:${process.env['PATH']}`,
      PGPASSFILE: passwords,
      LEDGER_URL: `postgresql://${login}@/watchbill?host=${this.host}`,
      watchbill_ledger_password: PASSWORD,
    };
  }

  /** Runs SQL as the administrator, in a database. */
  administrate(sql: string, database = 'watchbill'): string {
    const url = this.postgres.connectionOf({ user: 'postgres', password: ADMINISTRATOR_PASSWORD, database });
    return succeeded(this.start('psql', [...PSQL, url], this.environment('postgres'), sql));
  }

  /** Lets a role that was created without a password log in. */
  setPassword(login: string): void {
    this.administrate(`ALTER ROLE ${login} PASSWORD '${PASSWORD}'`, 'postgres');
  }

  /** Sets the clock of all sessions that begin from now on. */
  setClock(instant: string): void {
    this.administrate(
      `UPDATE watchbill.setting SET rehearsal = true; ALTER DATABASE watchbill SET watchbill.now = '${instant}'`,
    );
  }

  /** Runs SQL as a login. */
  psql(login: string, sql: string): Ended {
    const environment = this.environment(login);
    return this.start('psql', [...PSQL, environment['LEDGER_URL'] ?? ''], environment, sql);
  }

  /** Rows of a query as a login may read them, columns parted by `|`. @throws Error where it may not */
  rows(login: string, sql: string): string[] {
    return succeeded(this.psql(login, sql))
      .split('\n')
      .filter((line) => line !== '');
  }

  /** Runs a program in the folder. */
  start(program: string, args: readonly string[], env: Record<string, string>, input = ''): Ended {
    const { status, stdout, stderr, error } = spawnSync(program, args, {
      cwd: this.folder,
      env,
      input,
      encoding: 'utf8',
    });
    if (error !== undefined) throw error;
    return { code: status, out: stdout, err: stderr };
  }

  stop(): void {
    this.postgres.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Without the person's own settings, only the rows; the first error ends it. */
const PSQL = ['-X', '-q', '-At', '-v', 'ON_ERROR_STOP=1', '-v', 'VERBOSITY=verbose'];

/** What a program printed. @throws Error with what it complained of, where it failed */
export function succeeded({ code, out, err }: Ended): string {
  if (code !== 0) throw new Error(`ended with ${code}: ${err}`);
  return out;
}
