import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { startSandbox } from '../../src/sandbox';
import { watchbill } from '../cli/run';
import { madeAccount } from '../verbs/init/pagerDutyAccount';
import { blocksOf } from './blocks';

const NOW = Temporal.Instant.from('2026-11-24T12:00:00Z');
const PAGE = blocksOf('docs/getting-started.md');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'watchbill-started-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The words of each command of a block, as a shell passes them to `watchbill`. */
function commands(text: string): string[][] {
  return text
    .trim()
    .split('\n')
    .map((line) => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? ''))
    .map((words) => words.slice(2).map((word) => (word === 'on-call' ? join(folder, word) : word)));
}

const run = (args: readonly string[], env: Record<string, string> = {}) =>
  watchbill(
    args,
    { WATCHBILL_DATA: join(folder, 'on-call/data'), WATCHBILL_AS_OF: '', ...env },
    { now: () => NOW },
  );

test('from an empty folder: each command of the page ends well', async () => {
  const examples = PAGE.filter(({ info }) => /sh example$/.test(info)).flatMap(({ text }) => commands(text));
  expect(examples.map(([verb]) => verb)).toEqual(['init', 'check', 'who', 'roster']);
  for (const args of examples) {
    expect([args[0], await run(args)]).toMatchObject([args[0], { code: 0 }]);
  }
  expect(existsSync(join(folder, 'on-call/data/runbooks/daily-orders.md'))).toBe(true);
});

test('from an account: the command of the page takes it over', async () => {
  const sandbox = await startSandbox({ clock: () => NOW });
  try {
    await madeAccount(sandbox, {
      users: [{ name: 'Ada' }, { name: 'Grace' }],
      schedules: [
        {
          name: 'Primary',
          timeZone: 'Europe/Berlin',
          layers: [{ people: ['Ada', 'Grace'], begins: '2026-11-23T08:00:00Z' }],
        },
      ],
      policies: [{ name: 'Orders ladder', levels: [{ targets: ['Primary'], minutes: 10 }] }],
      services: [{ name: 'Orders', policy: 'Orders ladder' }],
    });
    const [args = []] = PAGE.filter(({ info }) => info === 'sh account').flatMap(({ text }) =>
      commands(text),
    );
    const { code, out } = await run(args, sandbox.env);
    expect([code, out]).toEqual([0, expect.stringContaining('--map pagerduty_escalation_policy.orders=P')]);
    expect((await run(['check'])).code).toBe(0);
    expect((await run(['who', 'orders'])).out).toContain('Ada');
  } finally {
    await sandbox.stop();
  }
});
