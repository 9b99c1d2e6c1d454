import { appendFileSync } from 'node:fs';
import { EXIT } from '../../src/cli/exitCode';
import { UsageError } from '../../src/text/usageError';
import { type Environment, GitHub, objectOf } from './gitHub';
import { script } from './script';

/** The environment whose reviewers approve a deploy; no other workflow has a use for it. */
export const ENVIRONMENT = 'watchbill-approval';
/** The job that waits for them. */
export const JOB = 'approve';
/** The workflow that deploys, below `.github/workflows`. */
export const WORKFLOW = 'deploy.yml';

/** Where the approved commit was found, and what was passed over on the way, in lines. */
export interface Approved {
  /** @default - no deploy was ever approved */
  readonly commit?: string;
  readonly said: readonly string[];
}

/**
 * The newest approved commit. Whoever may write to a repository can make deployments, statuses and
 * branches, so none of them is believed: it has to be a run of the deploy workflow for the default
 * branch, its commit has to be in that branch, and GitHub's own record of the run has to say that a
 * reviewer of the environment approved it. Where the environment asks for no reviewers, which only
 * an administrator decides, what is merged counts as approved once its job has run.
 *
 * Runs are in the order in which they began, so an older one that is approved later, or run again,
 * takes nothing back.
 * @param running id of the run that asks; its job has been let through and has not ended
 * @throws UsageError where there is no such environment
 * @see https://docs.github.com/en/rest/actions/workflow-runs#get-the-review-history-for-a-workflow-run
 */
export async function approvedCommit(gitHub: GitHub, running?: number): Promise<Approved> {
  const said: string[] = [];
  const branch = String((await gitHub.get(''))['default_branch']);
  const reviewed = await asksForReviewers(gitHub);
  if (!reviewed)
    said.push(`the environment ${ENVIRONMENT} has no reviewers: what is merged counts as approved`);
  const query = `/actions/workflows/${WORKFLOW}/runs?branch=${encodeURIComponent(branch)}`;
  for await (const run of gitHub.list(query, 'workflow_runs')) {
    const { id, sha } = runOf(run, branch);
    if (id === undefined || sha === undefined) continue;
    const isApproved = reviewed
      ? await wasReviewed(gitHub, id)
      : id === running || (await jobSucceeded(gitHub, id));
    if (!isApproved) continue;
    if (await isIn(gitHub, branch, sha)) return { commit: sha, said };
    said.push(`run ${id} was approved, but its commit ${sha} is not in ${branch}: passed over`);
  }
  return { said };
}

/** A run's id and commit, where it is one of the deploy workflow for the branch. */
function runOf(run: Record<string, unknown>, branch: string): { id?: number; sha?: string } {
  const { id, head_sha: sha, head_branch: ref, path } = run;
  // GitHub tells the path with or without the branch behind an @.
  if (ref !== branch || String(path).split('@')[0] !== `.github/workflows/${WORKFLOW}`) return {};
  if (typeof id !== 'number' || !Number.isSafeInteger(id)) return {};
  return typeof sha === 'string' && /^[0-9a-f]{40}$/.test(sha) ? { id, sha } : {};
}

/** Whether the environment has required reviewers. */
async function asksForReviewers(gitHub: GitHub): Promise<boolean> {
  const environment = await gitHub.find(`/environments/${ENVIRONMENT}`);
  if (environment === undefined) {
    throw new UsageError(
      `there is no environment ${ENVIRONMENT}\n  make it with its reviewers: Settings, Environments (docs/ci.md)`,
    );
  }
  const { protection_rules: rules } = environment;
  return Array.isArray(rules) && rules.some((rule) => objectOf(rule)['type'] === 'required_reviewers');
}

/** Whether the last word of the environment's reviewers on a run is a yes. */
async function wasReviewed(gitHub: GitHub, run: number): Promise<boolean> {
  const words: string[] = [];
  for await (const { state, environments } of gitHub.list(`/actions/runs/${run}/approvals`)) {
    const names = Array.isArray(environments) ? environments.map((each) => objectOf(each)['name']) : [];
    if (names.includes(ENVIRONMENT)) words.push(String(state));
  }
  return words.includes('approved') && !words.includes('rejected');
}

async function jobSucceeded(gitHub: GitHub, run: number): Promise<boolean> {
  for await (const { name, conclusion } of gitHub.list(`/actions/runs/${run}/jobs`, 'jobs')) {
    if (name === JOB && conclusion === 'success') return true;
  }
  return false;
}

/** Whether a commit is the branch's head, or came before it. */
async function isIn(gitHub: GitHub, branch: string, sha: string): Promise<boolean> {
  const comparison = await gitHub.find(`/compare/${encodeURIComponent(branch)}...${sha}`);
  return comparison?.['status'] === 'identical' || comparison?.['status'] === 'behind';
}

/**
 * `npm run ci:approved`: the approved commit, as the step's output `commit`.
 * @returns the exit code
 * @throws UsageError where there is none
 */
export async function approved(env: Environment, say: (line: string) => void): Promise<number> {
  const gitHub = GitHub.from(env);
  if (gitHub === undefined) {
    say('no GITHUB_TOKEN: nothing was asked');
    return EXIT.clean;
  }
  const running = Number(env['GITHUB_RUN_ID'] ?? '');
  const { commit, said } = await approvedCommit(gitHub, running > 0 ? running : undefined);
  for (const line of said) say(line);
  if (commit === undefined) {
    throw new UsageError('no deploy was ever approved\n  run the workflow Deploy once, then this one');
  }
  const output = env['GITHUB_OUTPUT'] ?? '';
  if (output !== '') appendFileSync(output, `commit=${commit}\n`);
  say(`approved last: ${commit}`);
  return EXIT.clean;
}

export const start = (): Promise<void> =>
  script(() => approved(process.env, (line) => process.stdout.write(`${line}\n`)));
