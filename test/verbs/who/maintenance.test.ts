import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { watchbill } from '../../cli/run';
import { XYZ_TECH } from '../../xyzTech';

const data = mkdtempSync(join(tmpdir(), 'watchbill-'));
beforeAll(() => {
  cpSync(XYZ_TECH, data, { recursive: true });
  writeFileSync(
    join(data, 'maintenance.yaml'),
    `- { pipelines: [aggregate-profit], from: 2026-12-01, until: 2026-12-01 }
- { pipelines: [aggregate-profit], from: 2026-12-08T02:00, until: 2026-12-08T04:00 }
- { pipelines: [aggregate-profit], from: 2027-01-10T22:00, until: 2027-01-11T04:00 }
- { pipelines: [aggregate-profit], from: 2027-06-01, until: 2027-06-02 }
`,
  );
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

const who = (...args: string[]) => watchbill(['who', 'aggregate-profit', '--data', data, ...args]);

test('muted at the moment, and what is coming up to the horizon; what is over, or beyond it, is not said', async () => {
  const { out } = await who('--at', '2026-12-08T03:00');
  expect(out.split('\n').slice(3)).toEqual([
    'aggregate-profit: alerts muted until Tue 8 Dec 04:00',
    'aggregate-profit: alerts muted from Sun 10 Jan 2027 22:00 until Mon 11 Jan 2027',
    '  04:00',
    '',
  ]);
});

test.each([
  ['a minute before it begins', '2026-12-08T01:59', null],
  ['at its first moment', '2026-12-08T02:00', '2026-12-08T04:00:00+08:00'],
  ['at its end', '2026-12-08T04:00', null],
])('for programs, %s', async (_, at, mutedUntil) => {
  const { out } = await who('--at', at, '--json');
  const [answer] = JSON.parse(out).pipelines;
  expect(answer.mutedUntil).toBe(mutedUntil);
  expect(answer.maintenance.at(-1)).toEqual({
    from: '2027-01-10T22:00:00+08:00',
    until: '2027-01-11T04:00:00+08:00',
  });
  expect(answer.maintenance).toHaveLength(at === '2026-12-08T04:00' ? 1 : 2);
});
