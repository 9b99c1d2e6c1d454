import { UsageError } from '../text/usageError';

/**
 * The value of `--port`.
 * @default 0: any free port
 * @throws UsageError unless it is a number from 0 to 65535
 */
export function portOption(text: string | undefined): number {
  if (text === undefined) return 0;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new UsageError(
    `--port is not a valid port: ${JSON.stringify(text)}\n  use a number from 0 (any free port) to 65535`,
  );
}
