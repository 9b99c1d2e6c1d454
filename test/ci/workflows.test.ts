import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { DEPLOY_JOB, ENVIRONMENT, JOB, REFUSED_STEP, WORKFLOW } from '../../scripts/ci/approved';

const ROOT = resolve(__dirname, '../..');
const FOLDER = join(ROOT, '.github/workflows');

interface Step {
  readonly name?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Job {
  readonly environment?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
  /** The workflow that it calls. @default - it has steps */
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly needs?: string | readonly string[];
  readonly env?: unknown;
  readonly if?: string;
  readonly concurrency?: unknown;
  readonly 'timeout-minutes'?: number;
  readonly 'runs-on'?: string;
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: unknown;
  readonly env?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const FILES = readdirSync(FOLDER).sort();
const textOf = (file: string) => readFileSync(join(FOLDER, file), 'utf8');
const workflow = (file: string): Workflow => parse(textOf(file)) as Workflow;
const ALL_JOBS = FILES.flatMap((file) =>
  Object.entries(workflow(file).jobs).map(([name, job]) => ({ id: `${file} ${name}`, job })),
);
const JOBS = ALL_JOBS.filter(({ job }) => job.uses === undefined);
const CALLS = ALL_JOBS.filter(({ job }) => job.uses !== undefined);
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

/** With npm's own token of the moment, and a record of where the package was built. */
const PUBLISH = 'npm publish --provenance --access public';

test('these are the workflows', () => {
  expect(FILES).toEqual(['deploy.yml', 'nightly.yml', 'pull-request.yml', 'release.yml', 'site.yml']);
  expect(JOBS).toHaveLength(14);
});

test('every action, also one in a comment, is pinned to a commit, with its version, and is one commit everywhere', () => {
  const pins = new Map<string, Set<string>>();
  for (const file of FILES) {
    for (const [line] of textOf(file).matchAll(/^.*\buses: (?!\.\/\.github\/).*$/gm)) {
      const pin = /uses: ([\w./-]+)@([0-9a-f]{40} # v\d+\.\d+\.\d+)$/.exec(line);
      expect([line, pin === null]).toEqual([line, false]);
      const [, action = '', commit = ''] = pin ?? [];
      pins.set(action, (pins.get(action) ?? new Set()).add(commit));
    }
  }
  expect([...pins].filter(([, commits]) => commits.size > 1)).toEqual([]);
});

test('nothing is permitted but what a job says, which is no more than it needs', () => {
  for (const file of FILES) expect([file, workflow(file).permissions]).toEqual([file, {}]);
  const writing = ALL_JOBS.filter(({ job }) => {
    const { contents = 'none', ...others } = job.permissions ?? {};
    expect(contents).toMatch(/^(read|none)$/);
    return Object.keys(others).length > 0;
  });
  expect(writing.map(({ id, job }) => [id, job.permissions])).toEqual([
    ['deploy.yml approve', { contents: 'read', actions: 'read' }],
    ['deploy.yml deploy', { contents: 'read', actions: 'read' }],
    ['deploy.yml site', { contents: 'read', pages: 'write', 'id-token': 'write' }],
    ['nightly.yml approved', { contents: 'read', actions: 'read' }],
    ['nightly.yml issue', { contents: 'read', issues: 'write' }],
    ['nightly.yml site', { contents: 'read', pages: 'write', 'id-token': 'write' }],
    ['pull-request.yml comment', { contents: 'read', 'pull-requests': 'write' }],
    ['release.yml publish', { contents: 'read', 'id-token': 'write' }],
    ['site.yml publish', { pages: 'write', 'id-token': 'write' }],
  ]);
});

test('the site is published after a deploy and after a night, as of the commit that is deployed, and only where the team says so', () => {
  expect(CALLS.map(({ id, job }) => [id, job.uses, job.with, job.needs])).toEqual([
    [
      'deploy.yml site',
      './.github/workflows/site.yml',
      { commit: '${{ needs.approve.outputs.commit }}' },
      ['approve', 'deploy'],
    ],
    [
      'nightly.yml site',
      './.github/workflows/site.yml',
      { commit: '${{ needs.approved.outputs.commit }}' },
      ['approved', 'nightly'],
    ],
  ]);
  for (const { job } of CALLS) expect(job.if).toContain("vars.WATCHBILL_SITE == 'on'");
  // Nothing else starts it.
  expect(Object.keys(workflow('site.yml').on)).toEqual(['workflow_call']);
});

test('the job that may publish the site runs nothing of the repository', () => {
  const { pages, publish } = workflow('site.yml').jobs;
  expect(publish?.steps.map(({ uses, run }) => [uses?.split('@')[0], run])).toEqual([
    ['actions/deploy-pages', undefined],
  ]);
  expect(pages?.steps[0]?.with?.['ref']).toBe('${{ inputs.commit }}');
  expect(pages?.steps.slice(-2).map(({ run, with: given }) => run ?? given)).toEqual([
    'npm run ci:site',
    { path: 'ci.out/site' },
  ]);
});

test('pull requests run as pull_request, and what has keys or writes is for no fork', () => {
  const { on, jobs } = workflow('pull-request.yml');
  expect(Object.keys(on)).toEqual(['pull_request']);
  for (const file of FILES) expect(textOf(file)).not.toMatch(/pull_request_target|workflow_run/);
  const guarded = Object.entries(jobs).filter(([, job]) =>
    job.if?.includes('github.event.pull_request.head.repo.full_name == github.repository'),
  );
  expect(guarded.map(([name]) => name)).toEqual(['plan', 'comment']);
});

test('keys and the token are given to the step that needs them, never to npm ci', () => {
  const holders = JOBS.flatMap(({ id, job }) => {
    expect([id, job.env]).toEqual([id, undefined]);
    return job.steps
      .filter(({ env }) => /secrets\.|github\.token/.test(JSON.stringify(env ?? {})))
      .map(({ run, env = {} }) => [
        id,
        run,
        Object.keys(env)
          .filter((name) => /TOKEN|KEY/.test(name))
          .join(' '),
      ]);
  });
  const keys = 'PAGERDUTY_TOKEN DD_API_KEY DD_APP_KEY';
  expect(holders).toEqual([
    ['deploy.yml plan', 'npm run ci:plan', keys],
    ['deploy.yml approve', 'npm run ci:approved', 'GITHUB_TOKEN'],
    ['deploy.yml deploy', 'npm run ci:deploy', keys],
    ['nightly.yml approved', 'npm run ci:approved', 'GITHUB_TOKEN'],
    ['nightly.yml nightly', 'npm run ci:nightly', keys],
    ['nightly.yml issue', 'npm run ci:issue', 'GITHUB_TOKEN'],
    ['pull-request.yml plan', 'npm run ci:plan', keys],
    ['pull-request.yml comment', 'npm run ci:comment', 'GITHUB_TOKEN'],
  ]);
  for (const file of FILES) expect(workflow(file).env).toBeUndefined();
});

test('keys are secrets of an environment, and the ones that write are behind main', () => {
  const environments = JOBS.filter(({ job }) => job.environment !== undefined);
  expect(environments.map(({ id, job }) => `${id}: ${job.environment}`)).toEqual([
    'deploy.yml plan: plan',
    'deploy.yml approve: watchbill-approval',
    'deploy.yml deploy: deploy',
    'nightly.yml nightly: deploy',
    'pull-request.yml plan: plan',
    'release.yml publish: npm',
    'site.yml publish: github-pages',
  ]);
});

test('whoever deploys does so one at a time, and is never canceled', () => {
  const deploys = JOBS.filter(({ job }) => job.environment === 'deploy');
  for (const { job } of deploys) {
    expect(job.concurrency).toEqual({ group: 'deploy', 'cancel-in-progress': false });
    expect(job.steps[0]?.with?.['ref']).toMatch(/^\$\{\{ needs\.\w+\.outputs\.commit \}\}$/);
  }
});

test.each(JOBS)(
  '$id: ends, leaves no credentials, runs npm scripts only, and interpolates nothing',
  ({ job }) => {
    expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
    expect(job['runs-on']).toBe('ubuntu-24.04');
    for (const { name: title, uses, run, with: given = {} } of job.steps) {
      if (run !== undefined && title !== REFUSED_STEP) {
        const [, name] = /^npm run ([\w:]+)$/.exec(run) ?? [];
        expect(['npm ci', 'npm test', 'npm start', PUBLISH, `npm run ${name}`]).toContain(run);
        if (name !== undefined) expect(scripts).toHaveProperty([name]);
        expect(run).not.toContain('${{');
      }
      if (uses?.startsWith('actions/checkout@')) expect(given['persist-credentials']).toBe(false);
      if (uses?.startsWith('actions/setup-node@')) expect(given['node-version']).toBe('24');
      if (uses?.startsWith('hashicorp/setup-terraform@')) {
        expect(given).toEqual({ terraform_version: '1.11.4', terraform_wrapper: false });
      }
    }
  },
);

test('the diff has the history that it compares with', () => {
  const { diff } = workflow('pull-request.yml').jobs;
  expect(diff?.steps[0]?.with?.['fetch-depth']).toBe(0);
});

test('Dependabot renews packages and actions; its pull requests have no job that would be red', () => {
  const { updates } = parse(readFileSync(join(ROOT, '.github/dependabot.yml'), 'utf8')) as {
    updates: readonly { readonly 'package-ecosystem': string }[];
  };
  expect(updates.map((update) => update['package-ecosystem'])).toEqual(['npm', 'github-actions']);
  const { plan, comment } = workflow('pull-request.yml').jobs;
  for (const job of [plan, comment]) {
    expect(job?.if).toContain("github.event.pull_request.user.login != 'dependabot[bot]'");
  }
});

test('the workflow waits in the job, and for the environment, that the approval is read from', () => {
  expect(workflow(WORKFLOW).jobs[JOB]?.environment).toBe(ENVIRONMENT);
  expect(workflow(WORKFLOW).on['push']).toMatchObject({ branches: ['main'] });
});

test('the deploy compares with the plan that was approved, and a step tells that it was another', () => {
  const { plan, [DEPLOY_JOB]: deploy } = workflow(WORKFLOW).jobs;
  const left = plan?.steps.find(({ uses }) => uses?.startsWith('actions/upload-artifact@'))?.with;
  expect(left).toMatchObject({ name: 'approved-plan', path: 'ci.out/approved-plan.json', overwrite: true });
  const steps = deploy?.steps ?? [];
  const taken = steps.findIndex(({ uses }) => uses?.startsWith('actions/download-artifact@'));
  expect(steps[taken]?.with).toEqual({
    name: 'approved-plan',
    path: 'ci.out/',
    'run-id': '${{ needs.approve.outputs.run }}',
    'github-token': '${{ github.token }}',
  });
  expect(steps.slice(taken + 1).map(({ run }) => run)).toEqual(['npm run ci:deploy', 'exit 1']);
  expect(steps.at(-1)).toMatchObject({
    name: REFUSED_STEP,
    if: "${{ failure() && steps.deploy.outputs.refused == 'true' }}",
  });
});

test('the night is a morning in Kuala Lumpur, as its comment says', () => {
  const [, minute, hour] = /cron: '(\d+) (\d+) \* \* \*'/.exec(textOf('nightly.yml')) ?? [];
  const local = (Number(hour) + 8) % 24;
  expect(textOf('nightly.yml')).toContain(
    `# ${String(local).padStart(2, '0')}:${minute} in Asia/Kuala_Lumpur`,
  );
  expect([local, minute]).toEqual([6, '23']);
});
