import { once } from 'node:events';
import { watch } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { DataProblems, reportDataProblems } from '../../../cli/dataProblems';
import { EXIT } from '../../../cli/exitCode';
import { withExplainHint } from '../../../cli/explainHint';
import { interrupted } from '../../../cli/interrupted';
import type { StackIo } from '../../../cli/io';
import { portOption } from '../../../cli/port';
import { dataFolder, soundSession } from '../../../cli/session';
import { UsageError } from '../../../text/usageError';
import { clockText } from '../../../time/localTime';
import { type SiteOptions, siteOf } from '../site';
import { pagesServer } from './pagesServer';

/** Editors write a file in several steps: what follows within this many milliseconds is one change. */
const SETTLED = 200;

/**
 * `watchbill site --serve`: shows the site on this machine until it is interrupted, and renews it
 * when the data folder changes. Data with errors leaves the pages as they were.
 * @param stopped resolves when it should stop
 * @throws UsageError with `--out` or `--json`, or if the port is invalid or in use
 * @throws DataProblems if the data has errors at the beginning
 */
export async function serve(options: SiteOptions, io: StackIo, stopped = interrupted): Promise<number> {
  refuseOther(options);
  const port = portOption(options.port);
  const render = async () =>
    (await siteOf(soundSession(options, io, { undone: 'the pages stay as they were' }), options, io)).files;
  let pages = await render();
  const server = pagesServer(() => pages);
  await listening(server, port);
  const renewal = new Renewal(async () => {
    try {
      pages = await render();
      io.err(`Renewed at ${clockText(io.now(), io.timeZone ?? 'UTC')}\n`);
    } catch (error) {
      if (error instanceof DataProblems) reportDataProblems(error, io);
      else if (error instanceof UsageError) io.err(withExplainHint(`${error.message}\n`));
      else throw error;
    }
  });
  const data = dataFolder(options, io);
  const watcher = watch(data, { recursive: true }, () => renewal.ask());
  io.out(`http://127.0.0.1:${(server.address() as AddressInfo).port}/\n`);
  io.err(`The site is shown there, and renewed when ${data} changes; Ctrl-C ends it\n`);
  try {
    await Promise.race([stopped(), renewal.failed]);
  } finally {
    watcher.close();
    server.closeAllConnections();
    server.close();
  }
  return EXIT.clean;
}

function refuseOther({ out, json }: SiteOptions): void {
  if (out !== undefined) throw new UsageError('--serve and --out: choose one of them');
  if (json === true) throw new UsageError('--serve has no JSON');
}

async function listening(server: ReturnType<typeof pagesServer>, port: number): Promise<void> {
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new UsageError(`port ${port} is in use: choose another --port`);
  }
}

/** Runs a task some time after it is asked for, never twice at once. */
class Renewal {
  /** Rejects with an error that the task did not foresee. */
  readonly failed: Promise<never>;
  private fail: (error: unknown) => void = () => {};
  private timer: NodeJS.Timeout | undefined;
  private running = Promise.resolve();

  constructor(private readonly task: () => Promise<void>) {
    this.failed = new Promise<never>((_, reject) => {
      this.fail = reject;
    });
  }

  ask(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.running = this.running.then(this.task).catch(this.fail);
    }, SETTLED);
    this.timer.unref();
  }
}
