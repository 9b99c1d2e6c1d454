import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where Debian's packages put each version of PostgreSQL. */
const VERSIONS = '/usr/lib/postgresql';

/** Debian's user for it: the server does not run as root. */
const USER = 'postgres';

const isRoot = process.getuid?.() === 0;

function programs(): string | undefined {
  const versions = existsSync(VERSIONS) ? readdirSync(VERSIONS).sort((a, b) => Number(b) - Number(a)) : [];
  return versions
    .map((version) => join(VERSIONS, version, 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')));
}

function userId(flag: '-u' | '-g'): number | undefined {
  const { status, stdout } = spawnSync('id', [flag, USER], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : undefined;
}

/** Why no PostgreSQL server can be started on this machine; none where one can. */
export function whyNoPostgres(): string | undefined {
  if (programs() === undefined) return `no PostgreSQL server below ${VERSIONS}`;
  if (isRoot && userId('-u') === undefined) return `root cannot run PostgreSQL, and there is no user ${USER}`;
  return undefined;
}

/** A PostgreSQL server of the test's own, on a socket in its own folder; it has a password. */
export class Postgres {
  private constructor(
    private readonly bin: string,
    private readonly folder: string,
    private readonly password: string,
  ) {}

  /** @param settings options of `postgres`; @default - no fsync, because nothing of a test has to survive */
  static start(password: string, settings = '-c fsync=off'): Postgres {
    const bin = programs();
    if (bin === undefined) throw new Error(whyNoPostgres());
    // A socket's path is short.
    const folder = mkdtempSync(join(tmpdir(), 'wb-pg-'));
    const server = new Postgres(bin, folder, password);
    const passwordFile = join(folder, 'password');
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (isRoot) {
      for (const path of [folder, passwordFile]) chownSync(path, userId('-u') ?? 0, userId('-g') ?? 0);
    }
    chmodSync(folder, 0o700);
    try {
      server.run(
        'initdb',
        '-D',
        server.data,
        '-U',
        USER,
        '-A',
        'scram-sha-256',
        `--pwfile=${passwordFile}`,
        '-N',
      );
      const options = `-c listen_addresses='' -k ${folder} ${settings}`;
      server.run('pg_ctl', 'start', '-w', '-D', server.data, '-l', join(folder, 'log'), '-o', options);
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
    return server;
  }

  /** Folder of its socket, which clients take for a host. */
  get host(): string {
    return this.folder;
  }

  /** How Terraform's pg backend finds it, password included. */
  get connection(): string {
    return this.connectionOf({ user: USER, password: this.password, database: 'postgres' });
  }

  /** How a login finds a database. */
  connectionOf({ user, password, database }: Record<'user' | 'password' | 'database', string>): string {
    return `postgres://${user}:${password}@/${database}?host=${this.folder}&sslmode=disable`;
  }

  /** Folder of psql and the like. */
  get programs(): string {
    return this.bin;
  }

  /** The rows of a query, one line each, columns parted by `|`. */
  rows(sql: string): string[] {
    const text = execFileSync(join(this.bin, 'psql'), [this.connection, '-XAtc', sql], { encoding: 'utf8' });
    return text.split('\n').filter((line) => line !== '');
  }

  stop(): void {
    this.run('pg_ctl', 'stop', '-w', '-m', 'fast', '-D', this.data);
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get data(): string {
    return join(this.folder, 'data');
  }

  private run(program: string, ...args: string[]): void {
    const command = [join(this.bin, program), ...args];
    const [file = '', ...rest] = isRoot ? ['runuser', '-u', USER, '--', ...command] : command;
    // The server outlives the command: it must not keep a pipe of it open.
    const { status, error } = spawnSync(file, rest, { cwd: this.folder, stdio: 'ignore' });
    if (status !== 0) throw new Error(`${program} ended with ${status ?? error?.message}`);
  }
}
