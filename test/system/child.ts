import { execFile } from 'node:child_process';

/** What a program printed, and how it ended. */
export interface Ended {
  readonly code: unknown;
  readonly out: string;
  readonly err: string;
}

/** Starts programs without blocking, so that a sandbox of this process can answer them. */
export class Child {
  constructor(private readonly env: NodeJS.ProcessEnv) {}

  run(cwd: string, program: string, args: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<Ended> {
    const options = { cwd, env: { ...this.env, ...more }, timeout: 600_000, maxBuffer: 1 << 26 };
    return new Promise((done) => {
      execFile(program, [...args], options, (error, out, err) =>
        done({ code: error === null ? 0 : (error.code ?? error.signal), out, err }),
      );
    });
  }
}
