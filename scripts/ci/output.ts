import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from './gitHub';
import { cut } from './markdown';

/** The folder that one job leaves to another. */
export const FOLDER = 'ci.out';
/** The plan that the reviewers see, for the deploy to compare with its own. There is no secret in it. */
export const APPROVED_PLAN = 'approved-plan.json';
/** GitHub takes a mebibyte; a character may be four bytes. */
const MAX_SUMMARY = 250_000;

/** Writes a file of Markdown for the jobs that follow, and shows it on the page of the run. */
export function publish(name: string, markdown: string, env: Environment): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, name), markdown);
  const page = env['GITHUB_STEP_SUMMARY'] ?? '';
  if (page !== '') appendFileSync(page, `${cut(markdown, MAX_SUMMARY, 'The rest was cut off.')}\n\n`);
}

/** What a job before this one left; undefined where it left nothing. */
export function published(name: string): string | undefined {
  const path = join(FOLDER, name);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** Where the log of this run is, e.g. `the run's log` as a link. */
export function runLink(env: Environment): string {
  const [server, repository, run] = ['GITHUB_SERVER_URL', 'GITHUB_REPOSITORY', 'GITHUB_RUN_ID'].map(
    (name) => env[name] ?? '',
  );
  return server === '' || repository === '' || run === ''
    ? "the run's log"
    : `[the run's log](${server}/${repository}/actions/runs/${run})`;
}
