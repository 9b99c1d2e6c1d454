import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { join } from 'node:path';
import { SANDBOX_KEYS } from '../../src/vendors/sandboxKeys';
import { environment, PROVIDERS } from './terraform';

/** What a plugin wants to hear before it serves; not a secret. @see https://github.com/hashicorp/terraform-plugin-go/blob/main/tfprotov5/tf5server/server.go */
const COOKIE = { TF_PLUGIN_MAGIC_COOKIE: 'd602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2' };
/** What it answers: versions of both protocols, and where it listens. */
const HANDSHAKE = /^\d+\|(\d+)\|(\w+)\|([^|]+)\|grpc/m;

/**
 * The providers of a stack, started once and used by one run of Terraform after the other: starting them
 * anew is most of what a small deploy costs. Two runs at once need two of these, since each run
 * tells its providers which accounts it means. They have the sandbox's keys.
 * @see https://developer.hashicorp.com/terraform/plugin/debugging
 */
export class WarmProviders {
  private constructor(
    private readonly children: readonly ChildProcess[],
    /** Has Terraform find them. */
    readonly env: Readonly<Record<string, string>>,
  ) {}

  /** @param folder where Terraform has been initialized */
  static async start(folder: string): Promise<WarmProviders> {
    const installed = Object.values(PROVIDERS)
      .map(({ source, version }) => placeOf(folder, source.toLowerCase(), version))
      .filter(({ place }) => existsSync(place));
    const all = await Promise.all(installed.map(serving));
    const reattach = Object.fromEntries(all.map(({ name, config }) => [name, config]));
    return new WarmProviders(
      all.map(({ child }) => child),
      { TF_REATTACH_PROVIDERS: JSON.stringify(reattach) },
    );
  }

  /** Whether neither has ended by itself. */
  get isServing(): boolean {
    return this.children.every(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
  }

  stop(): void {
    for (const child of this.children) child.kill('SIGKILL');
  }
}

function placeOf(folder: string, source: string, version: string) {
  const name = `registry.terraform.io/${source}`;
  const cpu = arch() === 'x64' ? 'amd64' : arch();
  const place = join(folder, '.terraform/providers', name, version, `${platform()}_${cpu}`);
  return { name, place };
}

async function serving({ name, place }: ReturnType<typeof placeOf>) {
  const program = readdirSync(place).find((file) => file.startsWith('terraform-provider-'));
  if (program === undefined) throw new Error(`no provider in ${place}`);
  const child = spawn(join(place, program), [], {
    env: environment({ ...COOKIE, ...SANDBOX_KEYS }),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [, protocol, network, address] = await handshake(child).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw error;
  });
  const config = {
    Protocol: 'grpc',
    ProtocolVersion: Number(protocol),
    Pid: child.pid,
    // Terraform leaves it alone when it ends.
    Test: true,
    Addr: { Network: network, String: address },
  };
  return { child, name, config };
}

function handshake(child: ChildProcess): Promise<RegExpExecArray> {
  return new Promise((done, fail) => {
    let said = '';
    child.stdout?.on('data', (text: Buffer) => {
      said += text;
      const found = HANDSHAKE.exec(said);
      if (found !== null) done(found);
    });
    child.on('error', fail);
    child.on('exit', (code) => fail(new Error(`a provider ended with ${code} and served nothing: ${said}`)));
  });
}
