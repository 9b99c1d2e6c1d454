import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Interrupted, Interrupts } from '../../../../src/verbs/deploy/terraform/interrupts';
import { StackRun } from '../../../../src/verbs/deploy/terraform/stackRun';

const folder = mkdtempSync(join(tmpdir(), 'watchbill-stack-'));
const STACK = join(folder, 'stacks/on-call');
const at = (name: string) => join(STACK, name);
mkdirSync(STACK, { recursive: true });
writeFileSync(at('cdk.tf.json'), '{}');
afterAll(() => rmSync(folder, { recursive: true }));

/** A program in the place of Terraform, which writes down how it was called. */
function stackRun(script: string) {
  const path = join(folder, 'terraform');
  writeFileSync(path, `#!/bin/sh\necho "$@" >> calls\n${script}\n`, { mode: 0o755 });
  rmSync(at('calls'), { force: true });
  let interrupt = () => {};
  const err: string[] = [];
  const interrupts = new Interrupts({
    err: (text) => err.push(text),
    onInterrupt: (listener) => {
      interrupt = listener;
      return () => {};
    },
  });
  const tool = { path, name: 'Terraform', version: '1.11.4' } as const;
  const run = new StackRun('on-call', { tool, env: process.env, interrupts }, folder);
  return { run, err, interrupt: () => interrupt() };
}
const calls = () => readFileSync(at('calls'), 'utf8').trim().split('\n');
const EVENT = '{"type":"apply_complete","hook":{"action":"create","resource":{"addr":"x.a"}}}';
const ERROR = '{"type":"diagnostic","diagnostic":{"severity":"error","summary":"No","detail":"why"}}';

test('init: another version in the lock file of the folder is no obstacle', async () => {
  const { run } = stackRun(
    `case "$*" in *-upgrade*) exit 0;; esac\necho 'Error: Failed to query\n\nlocked provider x 1.0 does not match\nconfigured version constraint 1.1' >&2; exit 1`,
  );
  await run.init();
  expect(calls()).toEqual(['init -input=false -no-color', 'init -input=false -no-color -upgrade']);
});

test('init: any other error is one, with its text', async () => {
  const { run } = stackRun(`echo 'Error: Broken\n\nall of it' >&2; exit 1`);
  await expect(run.init()).rejects.toMatchObject({
    where: 'on-call',
    step: 'init',
    diagnostics: [{ severity: 'error', summary: 'Broken', detail: 'all of it' }],
  });
  expect(calls()).toHaveLength(1);
});

test('plan: into a file that is fresh, read by Terraform itself, and forgotten', async () => {
  writeFileSync(at('plan'), 'of another commit');
  const { run } = stackRun(
    `case "$1" in plan) test -e plan && exit 7; echo '{"type":"refresh_complete","hook":{"resource":{"addr":"x.b"}}}'; echo of mine > plan;; show) echo '{"format_version":"1.2","resource_changes":[]}';; esac`,
  );
  const events: unknown[] = [];
  const plan = await run.plan({ destroy: true, lock: false }, (event) => events.push(event));
  expect([plan.stack, plan.changes, events]).toEqual(['on-call', [], [{ kind: 'looked', address: 'x.b' }]]);
  expect(calls()).toEqual([
    'plan -json -input=false -out=plan -destroy -lock=false',
    'show -json -no-color plan',
  ]);
  run.forgetPlan();
  expect(existsSync(at('plan'))).toBe(false);
});

test('apply: exactly the file; events as they come, whole lines alone, and what it ends with', async () => {
  const half = EVENT.slice(0, 30);
  const { run } = stackRun(
    `printf '%s' '${half}'; sleep 0.3; echo '${EVENT.slice(30)}'; echo '${ERROR}'; exit 1`,
  );
  const events: unknown[] = [];
  await expect(run.apply((event) => events.push(event))).rejects.toMatchObject({
    step: 'apply',
    diagnostics: [{ severity: 'error', summary: 'No', detail: 'why' }],
  });
  expect([calls(), events]).toEqual([
    ['apply -json -input=false plan'],
    [{ kind: 'ended', address: 'x.a', action: 'create' }],
  ]);
});

test('an interruption reaches Terraform once, which ends as it likes', async () => {
  const { run, err, interrupt } = stackRun(
    `trap 'echo interrupted >> calls; told=1' INT\necho began > began\nwhile [ -z "$told" ]; do sleep 0.1; done\nsleep 0.3\nexit 1`,
  );
  const applying = run.apply(() => {});
  while (!existsSync(at('began'))) await new Promise((done) => setTimeout(done, 20));
  interrupt();
  interrupt();
  await expect(applying).rejects.toBeInstanceOf(Interrupted);
  expect(calls()).toEqual(['apply -json -input=false plan', 'interrupted']);
  expect(err).toEqual(['\ninterrupted: waiting until Terraform has stopped and written its state\n']);
});

test('a program that says nothing in JSON is quoted', async () => {
  const { run } = stackRun(`echo 'flag provided but not defined: -json' >&2; exit 2`);
  await expect(run.apply(() => {})).rejects.toMatchObject({
    diagnostics: [{ severity: 'error', summary: 'flag provided but not defined: -json', detail: '' }],
  });
});

test('a program that is killed: by what, beside what it said', async () => {
  const { run } = stackRun(`echo '${ERROR}'; kill -9 $$`);
  await expect(run.apply(() => {})).rejects.toMatchObject({
    diagnostics: [{ summary: 'No' }, { severity: 'error', summary: 'it was killed by SIGKILL', detail: '' }],
  });
});
