import { changedData } from '../../cli/folder';
import { watchbill } from '../../cli/run';

test('XYZ Tech has no errors; holidays that may move are warned of', async () => {
  const { code, out, err } = await watchbill(['check']);
  expect(code).toBe(0);
  expect(err).toBe('');
  expect(out).toContain(
    'data/holidays/2027.yaml:6:3 warning HOLI004: Thaipusam is expected on Fri 22 Jan 2027',
  );
  expect(out.trimEnd().split('\n').slice(-2)).toEqual([
    '0 errors, 2 warnings',
    'To look a code up: watchbill explain HOLI004',
  ]);
});

test('every problem of a run, located, with the value and the way out', async () => {
  const data = changedData('pipelines.yaml', (text) =>
    text.replace('coverage: on-call', 'coverage: always').replace('primary: accounts', 'primary: acounts'),
  );
  const { code, out } = await watchbill(['check', '--data', data, '--json']);
  expect(code).toBe(1);
  const { problems } = JSON.parse(out) as { problems: Record<string, unknown>[] };
  expect(problems.map(({ code: problem, line, column, value }) => [problem, line, column, value])).toEqual([
    ['DATA004', 17, 13, '"always"'],
    ['PIPE001', 28, 12, '"acounts"'],
  ]);
  expect(problems[1]).toMatchObject({
    severity: 'error',
    file: `${data}/pipelines.yaml`,
    wayOut: expect.stringContaining('"accounts"'),
  });
});

test('a day on which nobody stands yet, and a day past the last holiday file', async () => {
  const early = await watchbill(['check', '--as-of', '2026-01-05']);
  expect([early.code, early.out.match(/error \w+/g)]).toEqual([1, ['error ROTA008', 'error ROTA008']]);
  const onTime = await watchbill(['check', '--as-of', '2026-01-05T09:00']);
  expect(onTime.code).toBe(0);
  const late = await watchbill(['check'], { WATCHBILL_AS_OF: '2027-11-01T00:00:00+08:00' });
  expect([late.code, late.out.match(/error \w+/g)]).toEqual([1, ['error HOLI003']]);
});

test('a folder without data', async () => {
  const { code, out } = await watchbill(['check', '--data', '/nowhere/at/all']);
  expect(code).toBe(1);
  expect(out).toContain('FILE001');
});

test("no as-of at all means today in the organization's zone", async () => {
  const { out } = await watchbill(['check', '--json'], { WATCHBILL_AS_OF: '' });
  expect(JSON.parse(out)).toMatchObject({ asOf: '2026-11-24T00:00:00+08:00' });
});

test('on a terminal, lines fit it; JSON is as it is', async () => {
  const { out } = await watchbill(['check'], {}, { width: 70 });
  expect(out).toContain(
    '\n  confirm the date once the list of 2027 is gazetted, then write\n    status: gazetted\n',
  );
  const plain = await watchbill(['check']);
  expect(out.replaceAll(/\n +/g, ' ')).toBe(plain.out.replaceAll(/\n +/g, ' '));
  const json = await watchbill(['check', '--json']);
  expect(await watchbill(['check', '--json'], {}, { width: 70 })).toEqual(json);
});
