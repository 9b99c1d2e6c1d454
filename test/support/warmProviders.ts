import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { join } from 'node:path';
import { SANDBOX_KEYS } from '../../src/vendors/sandboxKeys';
import { installation } from './installation';
import { environment, PROVIDERS } from './providers';

/** What a plugin wants to hear before it serves; not a secret. @see https://github.com/hashicorp/terraform-plugin-go/blob/main/tfprotov5/tf5server/server.go */
const COOKIE = { TF_PLUGIN_MAGIC_COOKIE: 'd602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2' };
/** What it answers: versions of both protocols, and where it listens. */
const HANDSHAKE = /^\d+\|(\d+)\|(\w+)\|([^|]+)\|grpc/m;
/** Terraform installed them; where the same providers are called for by OpenTofu, they have its registry's names. */
const HOSTS = ['registry.terraform.io', 'registry.opentofu.org'];
/** Files that say which providers serve. */
const SERVING = /[.]serving[.]json$/;

/** Variables that have Terraform find providers that serve. */
type Variables = Readonly<Record<string, string>>;

interface Serving {
  readonly pids: readonly number[];
  readonly env: Variables;
}

/** Has Terraform start the installed providers itself, as it does on everybody's machine. */
export const OWN_PROVIDERS: Variables = { TF_REATTACH_PROVIDERS: '' };

/**
 * Both providers, which stay for all suites of a worker of jest: starting them anew is most of
 * what a small deploy costs. They have the sandbox's keys, whatever Terraform has.
 * @param lane two runs of Terraform at once need a pair each, since each run tells its providers
 *   which accounts it means
 * @returns the variables that have Terraform find them; nothing where no providers are installed for all suites
 * @see https://developer.hashicorp.com/terraform/plugin/debugging
 */
export async function warmProviders(lane = 0): Promise<Variables> {
  const place = installation();
  if (place === undefined) return {};
  const file = join(place.folder, `${process.env['JEST_WORKER_ID'] ?? 1}.${lane}.serving.json`);
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Serving) : undefined;
  if (known?.pids.every(isAlive)) return known.env;
  for (const pid of known?.pids ?? []) end(pid);
  const started = await Promise.all(
    Object.values(PROVIDERS).map(({ source, version }) =>
      serving(place.folder, source.toLowerCase(), version),
    ),
  );
  const env = {
    TF_REATTACH_PROVIDERS: JSON.stringify(
      Object.fromEntries(
        started.flatMap(({ source, config }) => HOSTS.map((host) => [`${host}/${source}`, config])),
      ),
    ),
  };
  writeFileSync(file, JSON.stringify({ pids: started.map(({ config }) => config.Pid), env }));
  return env;
}

/** The same for a run of Terraform whose variables do not say otherwise. */
export async function servingProviders(env: Variables): Promise<Variables> {
  return 'TF_REATTACH_PROVIDERS' in env ? {} : warmProviders();
}

/** Ends all of them. */
export function endProviders(folder: string): void {
  for (const name of readdirSync(folder).filter((each) => SERVING.test(each))) {
    const { pids } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Serving;
    for (const pid of pids) end(pid);
  }
}

async function serving(folder: string, source: string, version: string) {
  const cpu = arch() === 'x64' ? 'amd64' : arch();
  const place = join(
    folder,
    '.terraform/providers',
    'registry.terraform.io',
    source,
    version,
    `${platform()}_${cpu}`,
  );
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
  // The worker ends when its suites have ended.
  child.stdout?.destroy();
  child.unref();
  const config = {
    Protocol: 'grpc',
    ProtocolVersion: Number(protocol),
    Pid: child.pid,
    // Terraform leaves it alone when it ends.
    Test: true,
    Addr: { Network: network, String: address },
  };
  return { source, config };
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

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
