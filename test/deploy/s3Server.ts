import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Where `scripts/test-tools.sh` puts it. */
const PROGRAM = resolve(__dirname, '../../.tools/bin/versitygw');

const LOOPBACK = '127.0.0.1';

/** Why no S3 server can be started on this machine; none where one can. */
export function whyNoS3Server(): string | undefined {
  return existsSync(PROGRAM) ? undefined : 'no versitygw in .tools/bin (scripts/test-tools.sh puts it there)';
}

/** What opens an S3 server. */
export interface S3Credential {
  readonly accessKey: string;
  readonly secretKey: string;
}

/**
 * An S3 server of the test's own: a gateway to a folder, in which buckets are folders and
 * objects are files. It checks signatures, and refuses (412) to write what exists where
 * the request says `If-None-Match: *`, which is what Terraform's lock file stands on.
 * @see https://github.com/versity/versitygw
 */
export class S3Server {
  private constructor(
    private readonly folder: string,
    private readonly process: ChildProcess,
    /** Scheme, host and port. */
    readonly url: string,
  ) {}

  static async start(credential: S3Credential, bucket: string): Promise<S3Server> {
    const folder = mkdtempSync(join(tmpdir(), 'watchbill-s3-'));
    for (const each of [`buckets/${bucket}`, 'attributes'])
      mkdirSync(join(folder, each), { recursive: true });
    const port = await freePort();
    // Not every file system has room for the objects' attributes.
    const args = [
      '--port',
      `${LOOPBACK}:${port}`,
      '--quiet',
      'posix',
      '--sidecar',
      join(folder, 'attributes'),
    ];
    const child = spawn(PROGRAM, [...args, join(folder, 'buckets')], {
      env: { ROOT_ACCESS_KEY: credential.accessKey, ROOT_SECRET_KEY: credential.secretKey },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const server = new S3Server(folder, child, `http://${LOOPBACK}:${port}`);
    try {
      await answering(port, child);
    } catch (error) {
      await server.stop();
      throw error;
    }
    return server;
  }

  /** Keys of a bucket's objects, sorted. */
  keys(bucket: string): string[] {
    const root = this.bucket(bucket);
    return readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => relative(root, join(parentPath, name)))
      .sort();
  }

  /** What an object holds. */
  text(bucket: string, key: string): string {
    return readFileSync(join(this.bucket(bucket), key), 'utf8');
  }

  async stop(): Promise<void> {
    if (this.process.exitCode === null && this.process.pid !== undefined) {
      const ended = new Promise((done) => this.process.once('exit', done));
      this.process.kill();
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  private bucket(name: string): string {
    return join(this.folder, 'buckets', name);
  }
}

/** A port that nobody listens on; the server cannot be asked which one it took. */
function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const listener = createServer().once('error', fail);
    listener.listen(0, LOOPBACK, () => {
      const address = listener.address();
      listener.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

async function answering(port: number, child: ChildProcess): Promise<void> {
  let said = '';
  child.stderr?.on('data', (text: Buffer) => {
    said += text;
  });
  const failed = new Promise<never>((_, fail) => {
    child.once('error', fail);
    child.once('exit', (code) => fail(new Error(`the S3 server ended with ${code}:\n${said}`)));
  });
  // Heard when it is stopped, too.
  failed.catch(() => {});
  const tries = async () => {
    for (let left = 200; left > 0; left -= 1) {
      if (await connects(port)) return;
      await pause(50);
    }
    throw new Error('the S3 server does not answer');
  };
  await Promise.race([tries(), failed]);
}

function connects(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, LOOPBACK);
    socket.once('connect', () => done(true)).once('error', () => done(false));
    socket.once('connect', () => socket.destroy());
  });
}
