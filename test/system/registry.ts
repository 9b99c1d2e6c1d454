import { spawnSync } from 'node:child_process';

/** How npm says that the registry is not there, or has no such package for this machine. */
const NOT_GIVEN =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENETUNREACH|ENOTCACHED|E50[234]|E404|ETARGET)\b/;

/** What npm is told beside its verb: nothing but the packages, and no script of theirs. */
const QUIET = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];

/**
 * Runs `npm install` or `npm ci` in a folder, without any package's install script.
 * @returns why it could not, where the registry does not answer or has no such package
 * @throws Error where npm fails for another reason
 */
export function whyNotInstalled(cwd: string, ...args: readonly string[]): string | undefined {
  const { status, error, stderr } = spawnSync('npm', [...args, ...QUIET], {
    cwd,
    encoding: 'utf8',
    timeout: 480_000,
  });
  if (status === 0) return undefined;
  const said = (error?.message ?? stderr).replace(/\s+/g, ' ').trim().slice(0, 300);
  if (NOT_GIVEN.test(said)) return `the npm registry does not give it: ${said}`;
  throw new Error(`npm ${args.join(' ')}: ${said}`);
}
