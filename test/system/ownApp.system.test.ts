import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { blocksOf } from '../docs/blocks';
import { XYZ_TECH } from '../xyzTech';
import { installAtStranger, type Stranger } from './stranger';

jest.setTimeout(300_000);

// docs/your-own-resources.md, in a repository that has installed the package.
let stranger: Stranger;
afterAll(() => stranger?.remove());
const at = (file: string) => join(stranger.app, file);
const AS_OF = '2026-11-23';
beforeAll(() => {
  stranger = installAtStranger();
  cpSync(XYZ_TECH, at('data'), { recursive: true });
  for (const { info, text } of blocksOf('docs/your-own-resources.md')) {
    writeFileSync(at(info.split(' ')[1] ?? ''), text);
  }
});
const stack = (name: string) => JSON.parse(readFileSync(at(`cdktf.out/stacks/${name}/cdk.tf.json`), 'utf8'));

test('has what the data says, and what the team adds, at the addresses that they chose', () => {
  expect(stranger.npx('watchbill', 'synth', '--as-of', AS_OF)).toMatch(/^Written: /);
  const { resource, data } = stack('on-call');
  expect(Object.keys(resource.pagerduty_schedule)).toEqual(['growth', 'profit-and-engagement', 'warehouse']);
  expect(resource.pagerduty_schedule.warehouse).toMatchObject({
    description: 'Managed by the warehouse team',
    layer: [
      { users: ['${data.pagerduty_user.warehouse-ana.id}', '${data.pagerduty_user.warehouse-ben.id}'] },
    ],
  });
  expect(data.pagerduty_user['warehouse-ana']).toMatchObject({ email: 'ana@warehouse.example' });
  const monitors = stack('monitors').resource.datadog_monitor;
  expect(Object.keys(monitors)).toHaveLength(17);
  expect(monitors['warehouse-queue']).toMatchObject({
    query: 'avg(last_15m):avg:warehouse.queued_queries{*} > 20',
  });
});

test('does the main job, whatever it adds', () => {
  const started = stranger.npx('watchbill', 'start', '--as-of', AS_OF);
  expect(started).toMatch(/^all +3 +3 +16$/m);
  expect(stack('monitors').resource.datadog_monitor).toHaveProperty('warehouse-queue');
});

test.each([
  [
    'an error of theirs',
    "throw new TypeError('no such thing')",
    2,
    /^what the app adds to the stacks failed\n {2}TypeError: no such thing\n {6}at .*broken\.js:/,
  ],
  [
    'a promise',
    'return Promise.resolve()',
    2,
    /^the function given to synthesizeProject returns a promise, which would come too late\n/,
  ],
  [
    'an address of the data',
    "new Monitor(monitors, 'growth', {}); new Monitor(monitors, 'growth', {})",
    2,
    /^what the app adds to the stacks failed\n {2}Error: There is already a Construct with name 'growth'/,
  ],
])('%s ends it, and nothing is written', (_, add, code, message) => {
  const before = stack('monitors');
  writeFileSync(
    at('broken.js'),
    `const { Monitor } = require('@cdktf/provider-datadog/lib/monitor');
require('watchbill/stacks').synthesizeProject(({ monitors }) => { ${add}; });
`,
  );
  const { status, stderr } = spawnSync(process.execPath, ['broken.js'], {
    cwd: stranger.app,
    encoding: 'utf8',
    env: { PATH: '', WATCHBILL_AS_OF: AS_OF },
  });
  expect([status, stderr]).toEqual([code, expect.stringMatching(message)]);
  expect(stderr).toMatch(/\nnothing was synthesized\n$/);
  expect(stack('monitors')).toEqual(before);
});

test('errors of the data are told as ever', () => {
  appendFileSync(at('data/leave.yaml'), '- { person: nobody, from: 2026-12-01, until: 2026-12-02 }\n');
  const { status, stderr } = spawnSync(process.execPath, ['app.js'], {
    cwd: stranger.app,
    encoding: 'utf8',
    env: { PATH: '', WATCHBILL_AS_OF: AS_OF },
  });
  expect([status, stderr]).toEqual([1, expect.stringMatching(/^data\/leave\.yaml:\d+:\d+ error LEAV001: /)]);
});
