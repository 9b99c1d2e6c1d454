import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { DEPLOY_TOOLS } from '../../../cli/deployTool';
import { UsageError } from '../../../text/usageError';
import { shown } from '../../../text/visible';
import type { Environment } from '../deployEnvironment';

/** The program that deploys. */
export interface Tool {
  /** The command: a name on the PATH, or an absolute path. */
  readonly path: string;
  readonly name: 'Terraform' | 'OpenTofu';
  /** E.g. `1.11.4`. */
  readonly version: string;
}

/** Terraform has import blocks since 1.5, OpenTofu from its first version. */
const LEAST = { Terraform: '1.5.0', OpenTofu: '1.6.0' } as const;
/** The first version with S3's own lock file. */
const LEAST_WITH_LOCK_FILE = '1.10.0';
/** How long to wait for the program to tell its version, in milliseconds. */
const TIMEOUT = 60_000;

/**
 * Terraform or OpenTofu.
 * @param path as `--terraform` gives it @default - the first of `terraform` and `tofu` on the PATH
 * @param usesLockFile whether the backend keeps its lock in S3
 * @throws UsageError with code DEPL001 if there is neither, DEPL002 if it is too old
 */
export function foundTool(path: string | undefined, env: Environment, usesLockFile: boolean): Tool {
  const candidates = path === undefined ? DEPLOY_TOOLS : [path.includes('/') ? resolve(path) : path];
  for (const candidate of candidates) {
    const { error, stdout, status } = spawnSync(candidate, ['version'], {
      env: { ...env },
      encoding: 'utf8',
      timeout: TIMEOUT,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    if (error !== undefined && path === undefined) continue;
    const [, name, version] = /^(Terraform|OpenTofu) v(\d+\.\d+\.\d+)/m.exec(stdout ?? '') ?? [];
    if (version !== undefined)
      return checked({ path: candidate, name: name as Tool['name'], version }, usesLockFile);
    const why = error?.message ?? `ended with ${status ?? 'a signal'} and printed no version`;
    throw new UsageError(
      `DEPL001: ${shown(candidate)} is neither Terraform nor OpenTofu: ${why}\n  name another with --terraform PATH`,
    );
  }
  throw new UsageError(
    `DEPL001: neither terraform nor tofu is on the PATH\n  install Terraform ${LEAST.Terraform} or later (https://developer.hashicorp.com/terraform/install) or OpenTofu ${LEAST.OpenTofu} or later (https://opentofu.org/docs/intro/install), or name one with --terraform PATH`,
  );
}

function checked(tool: Tool, usesLockFile: boolean): Tool {
  const { path, name, version } = tool;
  const least = usesLockFile ? LEAST_WITH_LOCK_FILE : LEAST[name];
  if (!isOlder(version, least)) return tool;
  const why = usesLockFile ? "S3's lock file needs" : 'import blocks need';
  throw new UsageError(
    `DEPL002: ${shown(path)} is ${name} ${version}, and ${why} ${least}\n  upgrade it, or name another with --terraform PATH`,
  );
}

/** Whether one version comes before another; both have three numbers. */
function isOlder(version: string, least: string): boolean {
  const [one, other] = [version, least].map((each) => each.split('.').map(Number));
  const at = [0, 1, 2].find((index) => one?.[index] !== other?.[index]);
  return at !== undefined && (one?.[at] ?? 0) < (other?.[at] ?? 0);
}
