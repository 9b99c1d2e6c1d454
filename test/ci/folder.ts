import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { linkedInto } from '../clone';
import { XYZ_TECH } from '../xyzTech';

const ROOT = resolve(__dirname, '../..');

/** A clone of somebody who uses this repository: data and settings of their own, the code linked. */
export class Folder {
  private readonly path = mkdtempSync(join(tmpdir(), 'watchbill-ci-'));

  constructor() {
    linkedInto(this.path);
    // Whose repository this is has a backend of its own.
    const { context: _, ...cdktf } = JSON.parse(readFileSync(join(ROOT, 'cdktf.json'), 'utf8')) as {
      context?: unknown;
    };
    writeFileSync(this.at('cdktf.json'), JSON.stringify(cdktf));
    cpSync(XYZ_TECH, this.at('data'), { recursive: true });
  }

  at(name: string): string {
    return join(this.path, name);
  }

  /** What a script has left; undefined where it has left nothing. */
  read(name: string): string | undefined {
    return existsSync(this.at(name)) ? readFileSync(this.at(name), 'utf8') : undefined;
  }

  fresh(): void {
    rmSync(this.at('ci.out'), { recursive: true, force: true });
    mkdirSync(this.at('ci.out'));
  }

  /** Runs a program here; nothing of the machine's environment but what finds programs. */
  run(
    program: string,
    args: readonly string[],
    env: NodeJS.ProcessEnv,
  ): Promise<{ code: unknown; out: string }> {
    const own = { PATH: process.env['PATH'], HOME: process.env['HOME'], CHECKPOINT_DISABLE: '1' };
    return new Promise((done) => {
      const options = { cwd: this.path, env: { ...own, ...env }, timeout: 200_000, maxBuffer: 1 << 26 };
      execFile(program, args, options, (error, stdout, stderr) =>
        done({ code: error === null ? 0 : error.code, out: stdout + stderr }),
      );
    });
  }

  npm(
    script: string,
    env: NodeJS.ProcessEnv = {},
    ...args: string[]
  ): Promise<{ code: unknown; out: string }> {
    return this.run('npm', ['run', '--silent', script, '--', ...args], env);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
