import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Fault, type Sandbox, startSandbox } from '../../src/sandbox';
import { Folder } from '../ci/folder';
import { suiteUnless } from '../suite';
import { environment } from '../support/providers';
import { whyNoTerraform } from '../support/terraform';
import { warmProviders } from '../support/warmProviders';
import { catalogOf, usersOf, xyzTech } from './team';

jest.setTimeout(240_000);

suiteUnless(whyNoTerraform(), 'the scripts of the workflows, with the real providers', () => {
  let folder: Folder;
  let sandbox: Sandbox;
  let env: NodeJS.ProcessEnv;
  let fault: Fault | undefined;

  beforeAll(async () => {
    folder = new Folder();
    rmSync(folder.at('data'), { recursive: true });
    for (const [name, bytes] of xyzTech()) {
      mkdirSync(dirname(join(folder.at('data'), name)), { recursive: true });
      writeFileSync(join(folder.at('data'), name), bytes);
    }
    sandbox = await startSandbox({ users: usersOf(catalogOf(xyzTech())), faults: () => fault });
    env = {
      ...environment({
        ...sandbox.env,
        ...(await warmProviders()),
        WATCHBILL_SANDBOX: sandbox.url,
        CI: '1',
      }),
      // As a workflow gives a variable that nobody has set.
      WATCHBILL_AS_OF: '',
      WATCHBILL_DATA: '',
      WATCHBILL_BACKEND: '',
      PAGERDUTY_SERVICE_REGION: '',
      DATADOG_HOST: '',
    };
  });
  afterAll(async () => {
    await sandbox?.stop();
    folder?.remove();
  });

  const plan = async () => {
    const { code, out } = await folder.npm('ci:plan', env);
    const markdown = folder.read('ci.out/plan.md') ?? '';
    for (const key of Object.values(sandbox.tokens)) expect(out + markdown).not.toContain(key);
    return { code, markdown };
  };
  // The provider lets Datadog check each monitor, which makes nothing.
  const writes = () =>
    sandbox.calls.filter(({ method, path }) => method !== 'GET' && !path.endsWith('/validate')).length;

  test('ci:plan before the first deploy: everything is made, and nothing was', async () => {
    const { code, markdown } = await plan();
    expect([code, writes()]).toEqual([0, 0]);
    expect(markdown).toMatch(/^\| on-call \| [1-9]\d* \| 0 \| 0 \| 0 \| 0 \| 0 \|$/m);
    // 16 monitors, and what goes with them.
    expect(markdown.match(/^\+ {3}datadog_monitor\./gm)).toHaveLength(16);
    expect(markdown).toContain('\n+   pagerduty_service.aggregate-profit\n');
  });

  test('ci:deploy: both stacks, who is on duty, no drift; then a plan is empty', async () => {
    const { code, out } = await folder.npm('ci:deploy', env);
    expect([code, out]).toEqual([0, expect.stringContaining('No drift')]);
    expect(folder.read('ci.out/deploy.md')).toMatch(
      /^### The deploy\n\nAll stacks are deployed\.\n\n### Who is on call\n\n```text\nAt [\s\S]+aggregate-profit[\s\S]+No drift/,
    );
    expect(await plan()).toEqual({
      code: 0,
      markdown: '### What a deploy would change\n\nNothing: everything is deployed as planned.\n',
    });
  });

  test('ci:deploy with the plan that was approved: what is left of it is done, anything else is refused', async () => {
    const output = folder.at('github-output');
    writeFileSync(output, '');
    const approved = () => folder.npm('ci:deploy', { ...env, GITHUB_OUTPUT: output });
    // The plan of the test before, as the reviewers saw it: nothing had to be changed.
    expect((await approved()).code).toBe(0);
    for (const monitor of sandbox.state.datadog.monitors.slice(0, 1)) monitor.message = 'changed by hand';
    const before = writes();
    const { code, out } = await approved();
    expect([code, writes() - before]).toEqual([4, 0]);
    expect(out).toMatch(/DEPL004: [\s\S]*: the plan changes it, and the approved one does not touch it\n/);
    expect(readFileSync(output, 'utf8')).toBe('refused=true\n');
    expect(folder.read('ci.out/deploy.md')).toContain(
      'the plan is no longer the one that the reviewers approved',
    );
    // A new plan shows it, and is approved.
    expect((await plan()).markdown).toContain('\n      message changes\n');
    expect((await approved()).code).toBe(0);
  });

  test('ci:nightly: a fine night is green; what was changed by hand is told once, and put back', async () => {
    const night = () => folder.npm('ci:nightly', env);
    const fine = await night();
    expect(folder.read('ci.out/nightly.md')).toMatch(/^### The deploy\n\nAll stacks are deployed\./);
    expect(fine.code).toBe(0);

    for (const monitor of sandbox.state.datadog.monitors.slice(0, 1)) monitor.message = 'changed by hand';
    const { code } = await night();
    const report = folder.read('ci.out/nightly.md') ?? '';
    expect(code).toBe(1);
    expect(report).toMatch(/^### What was changed by hand before the deploy\n[\s\S]+1 difference/);
    expect(report).toMatch(/### What differs after the deploy\n\n```text\nNo drift/);
    expect((await night()).code).toBe(0);
  });

  test('a deploy that a vendor refuses: red, and what to do next', async () => {
    fault = { kind: 'status', status: 401, body: { error: { message: 'Authentication failed' } } };
    const { code } = await folder.npm('ci:deploy', env);
    expect(code).not.toBe(0);
    expect(folder.read('ci.out/deploy.md')).toContain('run `npx watchbill adopt`');
  });
});
