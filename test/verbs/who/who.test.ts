import { choosPipeline } from '../../cli/choosPipeline';
import { changedData } from '../../cli/folder';
import { watchbill } from '../../cli/run';

test('for people, within 80 columns', async () => {
  const { code, out } = await watchbill(['who', '--at', '2026-12-08T03:00']);
  expect(code).toBe(0);
  expect(out).toMatchInlineSnapshot(`
    "At Tue 8 Dec 2026 03:00 (Asia/Kuala_Lumpur)
    pipeline                  on call                      until             next
    unit-profit-experiments   mail to Aidil, Spencer
    daily-growth-experiments  mail to Thiru, Choo
    aggregate-profit          Aidil                        Mon 14 Dec 09:00  Thiru
    aggregate-engagement      Aidil                        Mon 14 Dec 09:00  Thiru
    aggregate-growth          Choo, covers Spencer: leave  Sat 12 Dec 00:00  Aidil
    "
  `);
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
});

test('for programs: who stands, whose turn it is, until when, who is next', async () => {
  const { out } = await watchbill(['who', 'aggregate-growth', '--at', '2026-12-08T03:00:00+08:00', '--json']);
  expect(JSON.parse(out)).toEqual({
    asOf: '2026-11-23T00:00:00+08:00',
    at: '2026-12-08T03:00:00+08:00',
    timeZone: 'Asia/Kuala_Lumpur',
    pipelines: [
      {
        id: 'aggregate-growth',
        lowUrgency: [],
        held: [],
        mutedUntil: null,
        maintenance: [],
        coverage: 'on-call',
        primary: 'accounts',
        secondary: 'de',
        rotation: 'growth',
        onDuty: 'choo',
        rostered: 'spencer',
        reason: 'cover',
        until: '2026-12-12T00:00:00+08:00',
        next: 'aidil',
        duties: [
          {
            duty: 'on-duty',
            rotation: 'growth',
            onDuty: 'choo',
            rostered: 'spencer',
            reason: 'cover',
            until: '2026-12-12T00:00:00+08:00',
            next: 'aidil',
          },
        ],
        levels: [
          {
            step: 1,
            notify: 'primary',
            reached: 'accounts',
            rostered: null,
            reason: null,
            until: null,
          },
          {
            step: 2,
            notify: 'on-duty',
            reached: 'choo',
            rostered: 'spencer',
            reason: 'cover',
            until: '2026-12-12T00:00:00+08:00',
          },
        ],
      },
    ],
  });
});

test('the moment is --at, else as-of where it is given, else now', async () => {
  const at = async (args: string[], env = {}) =>
    (
      JSON.parse((await watchbill(['who', '--json', ...args], env)).out) as {
        at: string;
      }
    ).at;
  expect(await at(['--at', '2026-12-08'])).toBe('2026-12-08T00:00:00+08:00');
  expect(await at([])).toBe('2026-11-23T00:00:00+08:00');
  expect(await at([], { WATCHBILL_AS_OF: '' })).toBe('2026-11-24T11:15:00+08:00');
});

test('wrong usage and unknown holidays', async () => {
  const unknown = await watchbill(['who', 'growth']);
  expect([unknown.code, unknown.out]).toEqual([2, '']);
  expect(unknown.err).toBe(
    'unknown pipeline "growth": did you mean "daily-growth-experiments" or "aggregate-growth"?\n',
  );
  const late = await watchbill(['who', '--at', '2028-01-01']);
  expect([late.code, late.out]).toEqual([1, '']);
  expect(late.err).toContain('HOLI003');
});

test('a person who is paged by name and on leave: who is reached in their place, until when', async () => {
  const env = { WATCHBILL_DATA: choosPipeline() };
  const at = ['who', 'aggregate-growth', '--at', '2026-12-02T23:00'];
  const { out } = await watchbill(at, env);
  expect(out).toContain('aggregate-growth: step 1 reaches Aidil, covers Choo: leave\n');
  const { pipelines } = JSON.parse((await watchbill([...at, '--json'], env)).out);
  expect(pipelines[0].levels[0]).toEqual({
    step: 1,
    notify: 'primary',
    reached: 'aidil',
    rostered: 'choo',
    reason: 'cover',
    until: '2026-12-03T00:00:00+08:00',
  });
  const later = await watchbill(['who', 'aggregate-growth', '--at', '2026-12-03'], env);
  expect(later.out).toContain('aggregate-growth: step 1 reaches Choo\n');
});

test('rules of low urgency, and those that wait for office hours, are said', async () => {
  const data = changedData('runbooks/aggregate-growth.md', (text) =>
    text.replace('longerThan: 2h,', 'longerThan: 2h, urgency: low, hold: office-hours,'),
  );
  const { out } = await watchbill(['who', 'aggregate-growth', '--data', data]);
  expect(out.split('\n').slice(3).join(' ').replace(/\s+/g, ' ')).toBe(
    'aggregate-growth: runs-too-long: low urgency, waits for office hours; PagerDuty notifies the first step alone ',
  );
  const json = JSON.parse((await watchbill(['who', '--data', data, '--json'])).out);
  expect(json.pipelines.map(({ lowUrgency, held }: Record<string, unknown>) => [lowUrgency, held])).toEqual([
    [[], []],
    [[], []],
    [[], []],
    [[], []],
    [['runs-too-long'], ['runs-too-long']],
  ]);
});
