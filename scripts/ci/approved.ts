import { appendFileSync } from 'node:fs';
import { EXIT } from '../../src/cli/exitCode';
import { UsageError } from '../../src/text/usageError';
import { type Environment, GitHub, objectOf } from './gitHub';
import { script } from './script';

/** The environment whose reviewers approve a deploy; no other workflow uses it. */
export const ENVIRONMENT = 'watchbill-approval';
/** The job that waits for them. */
export const JOB = 'approve';
/** The job that deploys, and its step that fails where the plan is not the approved one. */
export const DEPLOY_JOB = 'deploy';
export const REFUSED_STEP = 'Not the approved plan';
/** The workflow that deploys, below `.github/workflows`. */
export const WORKFLOW = 'deploy.yml';

/** The commit that was approved, and notes on how it was found. */
export interface Approved {
  /** @default - no deploy has been approved yet */
  readonly commit?: string;
  /** Id of the run in which it was approved; that run has its plan. @default - as `commit` */
  readonly run?: number;
  readonly said: readonly string[];
}

/**
 * The newest approved commit. Everybody with write access can make deployments, statuses and
 * branches, so none of them is believed: it has to be a run of the deploy workflow for the default
 * branch, its commit has to be in that branch, and GitHub's own record of the run has to say that a
 * reviewer of the environment approved it. If the environment requires no reviewers, which only
 * an administrator decides, a merge counts as the approval once the job has run.
 *
 * What a deploy refused to do, because its plan was no longer the approved one, is approved no
 * more: it waits for a new approval, and no night deploys it.
 *
 * Runs are in the order in which they began, so an older one that is approved later, or run again,
 * takes nothing back.
 * @param running id of the run that asks; its job has been let through and has not ended
 * @throws UsageError if there is no such environment
 * @see https://docs.github.com/en/rest/actions/workflow-runs#get-the-review-history-for-a-workflow-run
 */
export async function approvedCommit(gitHub: GitHub, running?: number): Promise<Approved> {
  const said: string[] = [];
  const branch = String((await gitHub.get(''))['default_branch']);
  const reviewed = await asksForReviewers(gitHub);
  if (!reviewed) said.push(`the environment ${ENVIRONMENT} has no reviewers: a merge counts as the approval`);
  const query = `/actions/workflows/${WORKFLOW}/runs?branch=${encodeURIComponent(branch)}`;
  for await (const run of gitHub.list(query, 'workflow_runs')) {
    const { id, sha } = runOf(run, branch);
    if (id === undefined || sha === undefined) continue;
    const isApproved = reviewed
      ? await wasReviewed(gitHub, id)
      : id === running || (await jobSucceeded(gitHub, id));
    if (!isApproved) continue;
    const passedOver = (await isIn(gitHub, branch, sha))
      ? id !== running && (await wasRefused(gitHub, id))
        ? 'its plan was no longer the approved one when it was to be deployed'
        : undefined
      : `its commit ${sha} is not in ${branch}`;
    if (passedOver === undefined) return { commit: sha, run: id, said };
    said.push(`run ${id} was approved, but ${passedOver}: passed over`);
  }
  return { said };
}

/** A run's id and commit, if it is one of the deploy workflow for the branch. */
function runOf(run: Record<string, unknown>, branch: string): { id?: number; sha?: string } {
  const { id, head_sha: sha, head_branch: ref, path } = run;
  // GitHub gives the path with or without the branch after an @.
  if (ref !== branch || String(path).split('@')[0] !== `.github/workflows/${WORKFLOW}`) return {};
  if (typeof id !== 'number' || !Number.isSafeInteger(id)) return {};
  return typeof sha === 'string' && /^[0-9a-f]{40}$/.test(sha) ? { id, sha } : {};
}

/** Whether the environment has required reviewers. */
async function asksForReviewers(gitHub: GitHub): Promise<boolean> {
  const environment = await gitHub.find(`/environments/${ENVIRONMENT}`);
  if (environment === undefined) {
    throw new UsageError(
      `there is no environment ${ENVIRONMENT}\n  create it with its reviewers: Settings, Environments (docs/ci.md)`,
    );
  }
  const { protection_rules: rules } = environment;
  return Array.isArray(rules) && rules.some((rule) => objectOf(rule)['type'] === 'required_reviewers');
}

/** Whether the environment's reviewers approved a run, and none rejected it. */
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

/** Whether the last deploy of a run stopped because its plan was not the approved one. */
async function wasRefused(gitHub: GitHub, run: number): Promise<boolean> {
  let [newest, refused] = [0, false];
  for await (const job of gitHub.list(`/actions/runs/${run}/jobs?filter=all`, 'jobs')) {
    const { name, conclusion, run_attempt: attempt, steps } = job;
    // A job that waits or was skipped says nothing of the attempt before it.
    if (name !== DEPLOY_JOB || conclusion === null || conclusion === 'skipped') continue;
    if (typeof attempt !== 'number' || attempt <= newest) continue;
    const step = (Array.isArray(steps) ? steps : [])
      .map(objectOf)
      .find((each) => each['name'] === REFUSED_STEP);
    [newest, refused] = [attempt, step?.['conclusion'] === 'failure'];
  }
  return refused;
}

/** Whether a commit is the branch's head, or came before it. */
async function isIn(gitHub: GitHub, branch: string, sha: string): Promise<boolean> {
  const comparison = await gitHub.find(`/compare/${encodeURIComponent(branch)}...${sha}`);
  return comparison?.['status'] === 'identical' || comparison?.['status'] === 'behind';
}

/**
 * `npm run ci:approved`: the approved commit and the run of its approval, as the step's outputs
 * `commit` and `run`.
 * @returns the exit code
 * @throws UsageError if there is none
 */
export async function approved(env: Environment, say: (line: string) => void): Promise<number> {
  const gitHub = GitHub.from(env);
  if (gitHub === undefined) {
    say('no GITHUB_TOKEN: GitHub was not asked');
    return EXIT.clean;
  }
  const running = Number(env['GITHUB_RUN_ID'] ?? '');
  const { commit, run, said } = await approvedCommit(gitHub, running > 0 ? running : undefined);
  for (const line of said) say(line);
  if (commit === undefined) {
    throw new UsageError('no deploy has been approved yet\n  run the workflow Deploy once, then this one');
  }
  const output = env['GITHUB_OUTPUT'] ?? '';
  if (output !== '') appendFileSync(output, `commit=${commit}\nrun=${run}\n`);
  say(`approved last: ${commit}`);
  return EXIT.clean;
}

export const start = (): Promise<void> =>
  script(() => approved(process.env, (line) => process.stdout.write(`${line}\n`)));
