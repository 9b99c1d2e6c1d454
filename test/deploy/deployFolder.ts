import { type ChildProcess, execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { DataFiles } from '../../src/catalog';
import { type Call, type Fault, type Sandbox, startSandbox } from '../../src/sandbox';
import { linkedInto } from '../clone';
import { environment } from '../support/providers';
import { servingProviders } from '../support/warmProviders';
import { catalogOf, usersOf } from './team';

/** As somebody's shell has them: none may reach a sandbox, or be found in anything that is written. */
const REAL = {
  PAGERDUTY_TOKEN: 'y_NbAkKc66ryYTWUXYEu',
  DD_API_KEY: '0a1b2c3d4e5f60718293a4b5c6d7e8f9',
  DD_APP_KEY: '9f8e7d6c5b4a392817065f4e3d2c1b0a9f8e7d6c',
};
/** Files that hold integration keys on purpose. */
const STATE = /\.tfstate(\.backup)?$/;
/** Not written by a deploy. */
const OTHERS = /^cdktf\.out\/stacks\/[\w-]+\/\.terraform(\/|$)/;

/** What one run printed, on each of its two outputs, and how it ended. */
export interface Ran {
  readonly code: unknown;
  readonly out: string;
  readonly err: string;
}

/** A clone with data of its own, and a sandbox that it deploys to. */
export class DeployFolder {
  private readonly printed: string[] = [];
  fault: (call: Call) => Fault | undefined = () => undefined;

  private constructor(
    readonly path: string,
    readonly sandbox: Sandbox,
    private readonly program: string,
  ) {}

  static async of(files: DataFiles, program: string): Promise<DeployFolder> {
    const path = mkdtempSync(join(tmpdir(), 'watchbill-deploy-'));
    linkedInto(path);
    let folder: DeployFolder | undefined;
    const sandbox = await startSandbox({
      users: usersOf(catalogOf(files)),
      faults: (call) => folder?.fault(call),
    });
    folder = new DeployFolder(path, sandbox, program);
    folder.write(files);
    return folder;
  }

  at(name: string): string {
    return join(this.path, name);
  }

  write(files: DataFiles): void {
    for (const [name, bytes] of files) {
      mkdirSync(dirname(this.at(`data/${name}`)), { recursive: true });
      writeFileSync(this.at(`data/${name}`), bytes);
    }
  }

  /** `watchbill deploy`, with real keys in the shell and a CLI configuration file that is not there. */
  deploy(args: readonly string[], env: Record<string, string> = {}, started?: (child: ChildProcess) => void) {
    const command = ['bin/watchbill.js', 'deploy', '--terraform', this.program, ...args];
    return this.run(process.execPath, command, env, started);
  }

  /**
   * Terraform in it finds providers that serve already.
   * @param changes of the variables
   * @param seconds after which it is ended
   */
  async run(
    program: string,
    args: readonly string[],
    changes: Record<string, string> = {},
    started: (child: ChildProcess) => void = () => {},
    seconds = 200,
  ): Promise<Ran> {
    const unset = { WATCHBILL_AS_OF: '', WATCHBILL_DATA: '', WATCHBILL_BACKEND: '', CDKTF_CONTEXT_JSON: '' };
    const env = environment({
      ...unset,
      ...REAL,
      CI: '1',
      TF_CLI_CONFIG_FILE: '/nowhere/of/anybody.tfrc',
      WATCHBILL_SANDBOX: this.sandbox.url,
      ...(await servingProviders(changes)),
      ...changes,
    });
    return new Promise((done) => {
      const child = execFile(
        program,
        args,
        { cwd: this.path, env, timeout: seconds * 1000, maxBuffer: 1 << 26 },
        (error, out, err) => {
          this.printed.push(out, err);
          done({ code: error === null ? 0 : (error.code ?? error.signal), out, err });
        },
      );
      started(child);
    });
  }

  /** A program in front of Terraform, e.g. to change something just before it applies. */
  wrapped(script: string): string {
    const path = this.at('terraform-in-between');
    writeFileSync(path, `#!/bin/sh\nREAL=${this.program}\n${script}\nexec $REAL "$@"\n`);
    chmodSync(path, 0o755);
    return path;
  }

  /** Every file that deploys have written, with its text. */
  files(): [name: string, text: string][] {
    return readdirSync(this.path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path): [string, string] => [path.slice(this.path.length + 1), path])
      .filter(([name]) => !OTHERS.test(name))
      .map(([name, path]) => [name, readFileSync(path, 'latin1')]);
  }

  /** Where a key stands that nobody may read: of somebody's shell anywhere, of an integration but in a state. */
  leaks(): string[] {
    const keys = [...Object.values(REAL), ...Object.values(this.sandbox.tokens)];
    const integrations = this.sandbox.state.pagerduty.integrations.map(({ integration_key: key }) => key);
    const files = this.files();
    const said = this.printed.join('\n');
    return [
      ...files.filter(([, text]) => keys.some((key) => text.includes(key))).map(([name]) => name),
      ...files
        .filter(([name, text]) => !STATE.test(name) && integrations.some((key) => text.includes(key)))
        .map(([name]) => name),
      ...([...keys, ...integrations].some((key) => said.includes(key)) ? ['what was printed'] : []),
    ];
  }

  async remove(): Promise<void> {
    await this.sandbox.stop();
    rmSync(this.path, { recursive: true, force: true });
  }
}
