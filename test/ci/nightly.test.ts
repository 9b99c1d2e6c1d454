import { Temporal } from 'temporal-polyfill';
import type { Ended } from '../../scripts/ci/command';
import { deployed } from '../../scripts/ci/deploy';
import { night } from '../../scripts/ci/nightly';
import { refuseLostState } from '../../scripts/ci/state';

const NOW = Temporal.Instant.from('2026-11-23T22:23:00.5Z');

/** A night in which programs end as given; the others end well. */
async function played(ended: Record<string, Partial<Ended>>, main: typeof run = run) {
  const called: string[] = [];
  const { code, report } = await main(async (command) => {
    const at = command.findIndex((word) => word.endsWith('watchbill.js'));
    const name = command.slice(at + 1).join(' ');
    called.push(name);
    return { code: 0, out: `${name} says ok\n`, ...ended[name] };
  });
  return { code, report, called };
}

type Runs = Parameters<typeof night>[3];
const run = (runs: Runs) => night(['--addresses'], {}, NOW, runs);

const CHECK = 'check';
const AHEAD = 'check --as-of 2026-12-21T22:23:00Z';
const BEFORE = 'drift --as-of 2026-11-22T22:23:00Z';
const DEPLOY = 'deploy --auto-approve --addresses';

test('a fine night', async () => {
  const { code, report, called } = await played({});
  expect(called).toEqual([CHECK, AHEAD, BEFORE, DEPLOY, 'who', 'drift']);
  expect(code).toBe(0);
  expect(report).toBe(
    '### The deploy\n\nAll stacks are deployed.\n\n### Who is on call\n\n```text\nwho says ok\n```\n\n### What differs after the deploy\n\n```text\ndrift says ok\n```\n',
  );
});

test('data with errors: nothing is deployed', async () => {
  const { code, report, called } = await played({ [CHECK]: { code: 1, out: 'ROTA004 ```@all\n' } });
  expect([code, called]).toEqual([1, [CHECK]]);
  expect(report).toBe(
    '### The data has errors, and nothing was deployed\n\n````text\nROTA004 ```@all\n````\n',
  );
});

test('the holidays end in four weeks: told, and deployed', async () => {
  const { code, report, called } = await played({ [AHEAD]: { code: 1, out: 'HOLI003\n' } });
  expect([code, called.includes(DEPLOY)]).toEqual([1, true]);
  expect(report).toMatch(
    /^### In four weeks, deploys will stop\n\n.*\n\n```text\nHOLI003\n```\n\n### The deploy/,
  );
});

test('something was changed by hand: told before the deploy takes it back', async () => {
  const { code, report, called } = await played({ [BEFORE]: { code: 3, out: '1 difference\n' } });
  expect([code, called.includes(DEPLOY)]).toEqual([1, true]);
  expect(report).toMatch(
    /^### What was changed by hand before the deploy\n\n.*\n\n```text\n1 difference\n```\n\n### The deploy/,
  );
});

test('no answer of a vendor is no verdict', async () => {
  const { code, report } = await played({ drift: { code: 1, out: '' } });
  expect(code).toBe(1);
  expect(report).toContain('### What differs after the deploy\n\nUnknown: a vendor did not answer');
});

test('a deploy that did not finish says what to do', async () => {
  const { code, report, called } = await played({ [DEPLOY]: { code: 1 } });
  expect([code, called.at(-1)]).toEqual([1, DEPLOY]);
  expect(report).toContain("The deploy did not finish: the run's log says at which address, and what to do.");
});

test('a plan that nobody has approved: nothing was deployed, and what to do', async () => {
  const { code, report, called } = await played({ [DEPLOY]: { code: 4 } });
  expect([code, called.at(-1)]).toEqual([1, DEPLOY]);
  expect(report).toContain(
    'Nothing was deployed, because the plan is no longer the one that the reviewers approved.',
  );
});

test('a deploy by itself: its own exit code, and the one of drift', async () => {
  const alone = (runs: Runs) => deployed([], {}, runs);
  expect((await played({}, alone)).called).toEqual(['deploy --auto-approve', 'who', 'drift']);
  expect((await played({ 'deploy --auto-approve': { code: 2 } }, alone)).code).toBe(2);
  expect((await played({ drift: { code: 3 } }, alone)).code).toBe(3);
});

test('a state that would be lost with the runner is refused before anything is made', () => {
  // Whose repository this is may have chosen a backend.
  expect(() => refuseLostState({ CI: 'true', CDKTF_CONTEXT_JSON: '{}' })).toThrow(
    "would be lost with the runner's disk",
  );
  const kept = { CI: 'true', WATCHBILL_BACKEND: '{"type":"s3","bucket":"b","region":"r"}' };
  for (const env of [{}, kept, { CI: 'true', WATCHBILL_SANDBOX: 'http://127.0.0.1:8899' }]) {
    expect(() => refuseLostState(env)).not.toThrow();
  }
});
