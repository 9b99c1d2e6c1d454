import { appendFileSync } from 'node:fs';
import { EXIT, UsageError } from '../../src/cli/exitCode';
import { type Environment, GitHub } from './gitHub';
import { script } from './script';

/** The environment whose reviewers approve a deploy. */
const ENVIRONMENT = 'production';

/**
 * The newest commit that was approved: that of the newest deployment to `production` that
 * ever succeeded. One that waits for its reviewers, or was refused, is not meant. Deployments
 * are in the order in which their runs began, so a run that is approved after a newer one
 * takes nothing back.
 * @param now a commit that has just been approved, whose run is not over yet
 * @returns undefined where none was
 */
export async function approvedCommit(gitHub: GitHub, now?: string): Promise<string | undefined> {
  for await (const { id, sha } of gitHub.list(`/deployments?environment=${ENVIRONMENT}`)) {
    if (typeof sha !== 'string' || !/^[0-9a-f]{40}$/.test(sha)) continue;
    if (sha === now) return sha;
    for await (const { state } of gitHub.list(`/deployments/${Number(id)}/statuses`)) {
      if (state === 'success') return sha;
    }
  }
  return undefined;
}

/**
 * `npm run ci:approved`: the approved commit, as the step's output `commit`; `APPROVED_NOW`
 * is the one that has just been approved.
 * @returns the exit code
 * @throws UsageError where there is none
 */
export async function approved(env: Environment, say: (line: string) => void): Promise<number> {
  const gitHub = GitHub.from(env);
  if (gitHub === undefined) {
    say('no GITHUB_TOKEN: nothing was asked');
    return EXIT.clean;
  }
  const commit = await approvedCommit(gitHub, env['APPROVED_NOW']);
  if (commit === undefined) {
    throw new UsageError('no deploy was ever approved\n  run the workflow Deploy once, then this one');
  }
  const output = env['GITHUB_OUTPUT'] ?? '';
  if (output !== '') appendFileSync(output, `commit=${commit}\n`);
  say(`approved last: ${commit}`);
  return EXIT.clean;
}

if (require.main === module) {
  void script(() => approved(process.env, (line) => process.stdout.write(`${line}\n`)));
}
