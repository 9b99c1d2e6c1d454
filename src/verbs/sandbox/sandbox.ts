import type { Catalog } from '../../catalog';
import { EXIT } from '../../cli/exitCode';
import { interrupted } from '../../cli/interrupted';
import type { Io } from '../../cli/io';
import { portOption } from '../../cli/port';
import { type CommonOptions, readableSession } from '../../cli/session';
import { UsageError } from '../../text/usageError';

/** Options of `watchbill sandbox`. */
export interface SandboxVerbOptions extends Pick<CommonOptions, 'data'> {
  /** @default - any free port */
  readonly port?: string;
  /** @default - nothing is kept */
  readonly state?: string;
}

/**
 * `watchbill sandbox`: serves both vendors' APIs on this machine until it is interrupted.
 * The data's people and desks have PagerDuty log-ins there, so a deploy works at once.
 *
 * @param stopped resolves when it should stop
 * @throws UsageError if the port is invalid or in use, or the state file cannot be used
 */
export async function sandbox(options: SandboxVerbOptions, io: Io, stopped = interrupted): Promise<number> {
  const port = portOption(options.port);
  const session = readableSession(options, io);
  // Loaded here because the HTTP server takes a tenth of a second to load.
  const { startSandbox, StateFileError }: typeof import('../../sandbox') = require('../../sandbox');
  const started = startSandbox({
    port,
    users: usersOf(session.catalog),
    ...(options.state === undefined ? {} : { stateFile: options.state }),
  });
  const running = await started.catch((error: unknown) => {
    if (error instanceof StateFileError) throw new UsageError(error.message);
    if (isAddressInUse(error)) throw new UsageError(`port ${port} is in use: choose another --port`);
    throw error;
  });
  io.out(environmentText(running.env));
  io.err(`PagerDuty at ${running.pagerDutyUrl}, Datadog at ${running.datadogUrl}; Ctrl-C stops them\n`);
  await stopped();
  await running.stop();
  return EXIT.clean;
}

/** Shell lines that point Terraform at the sandbox, and nothing else, so that a shell can evaluate them. */
function environmentText(env: Readonly<Record<string, string>>): string {
  return Object.entries(env)
    .map(([name, value]) => `export ${name}=${value}\n`)
    .join('');
}

/** PagerDuty's users of a catalog: everybody who can be paged. */
export function usersOf({ people, teams }: Catalog): { name: string; email: string }[] {
  const desks = teams.flatMap(({ desk }) => (desk === undefined ? [] : [desk]));
  return [...people, ...desks].map(({ name, email }) => ({ name, email }));
}

function isAddressInUse(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'EADDRINUSE';
}
