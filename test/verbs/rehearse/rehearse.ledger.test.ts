import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { main } from '../../../src/main';
import { synthesizedStacks } from '../../../src/verbs/synth/synthesizedStacks';
import { DATA } from '../../cli/run';

jest.setTimeout(120_000);

type Attributes = Record<string, unknown> & { message: string; query: string };
type Stack = { resource: Record<string, Record<string, Attributes>> };

/** Calls `watchbill rehearse` as of Monday 23 November 2026, on what would be deployed after a change by hand. */
async function rehearse(
  args: readonly string[],
  change: (onCall: Stack['resource'], monitors: Stack['resource']) => void = () => {},
) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await main(['rehearse', ...args], {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    env: { WATCHBILL_DATA: DATA, WATCHBILL_AS_OF: '2026-11-23' },
    now: () => Temporal.Instant.from('2026-11-23T03:15:00Z'),
    synthesize: (request) => {
      const [onCall, monitors] = synthesizedStacks(request) as [Stack, Stack];
      change(onCall.resource, monitors.resource);
      return [onCall, monitors];
    },
  });
  return { code, out: out.join(''), err: err.join('') };
}

test('a late run, for programs: a page a level, an answer, a repair, a recovery', async () => {
  const { code, out, err } = await rehearse(['aggregate-profit', 'not-complete-by-nine', '--json']);
  expect([code, err]).toEqual([0, '']);
  const desk = { name: 'Business Analytics desk', email: 'ba-desk@xyz-tech.example' };
  expect(JSON.parse(out)).toEqual({
    asOf: '2026-11-23T00:00:00+08:00',
    rules: [
      {
        pipeline: 'aggregate-profit',
        alert: 'not-complete-by-nine',
        metric: null,
        bound: null,
        monitor: 'Aggregate profit for investors: Not complete by nine',
        // Tuesday's data is due on Wednesday at nine; five minutes have to be overdue.
        begins: '2026-11-25T09:00:00+08:00',
        urgency: 'high',
        held: false,
        mutedUntil: null,
        firesAt: '2026-11-25T09:05:00+08:00',
        notified: [
          { at: '2026-11-25T09:05:00+08:00', step: 1, ...desk },
          { at: '2026-11-25T09:20:00+08:00', step: 2, name: 'Choo', email: 'choo@xyz-tech.example' },
        ],
        mailed: [],
        passedOver: [],
        played: true,
        posted: [],
        acknowledgedAt: '2026-11-25T09:25:00+08:00',
        repairedAt: '2026-11-25T09:50:00+08:00',
        recoversAt: '2026-11-25T09:50:00+08:00',
        runbook:
          'https://github.com/xyz-tech/watchbill/blob/main/data/runbooks/aggregate-profit.md#not-complete-by-nine',
        problems: [],
      },
    ],
    truth: [
      {
        pipeline: 'aggregate-profit',
        from: '2026-11-23T00:00:00+08:00',
        until: '2027-02-15T00:00:00+08:00',
        // Twelve weeks.
        hours: 2016,
        disagreements: [],
      },
    ],
  });
});

test('for people: a line per moment, and what is right at every moment, within 80 columns', async () => {
  const profit = await rehearse(['aggregate-profit', 'not-complete-by-nine']);
  expect(profit.out).toBe(`aggregate-profit: Not complete by nine
  https://github.com/xyz-tech/watchbill/blob/main/data/runbooks/aggregate-profit.md#not-complete-by-nine
  Wed 25 Nov 09:05  alert, page to Business Analytics desk
             09:20  not acknowledged, page to Choo
             09:25  acknowledged
             09:50  run finished, resolved

1 monitor rehearsed: it reached the right people and recovered.
In all 2016 hours until Mon 15 Feb 2027 00:00:
  PagerDuty pages the person on the roster: aggregate-profit
`);
  // Held until nine; the repair takes 25 minutes, and the last bad point leaves the window five minutes after 09:24.
  const { out } = await rehearse(['unit-profit-experiments']);
  expect(out).toMatch(
    /\n {2}Wed 25 Nov 03:00 {2}alert\n {13}09:00 {2}mail to Aidil and Spencer\n {13}09:25 {2}run succeeded\n {13}09:29 {2}recovered, mail to Aidil and Spencer\n\n/,
  );
  expect(out).toContain('  alerts wait outside office hours, and only then: unit-profit-experiments\n');
});

test('office hours: a failure at night is a mail at nine', async () => {
  const { code, out } = await rehearse(['daily-growth-experiments', '--at', '2026-11-28T03:00', '--json']);
  expect(code).toBe(0);
  const [rule] = JSON.parse(out).rules;
  // A Saturday: the weekend's downtime ends on Monday.
  expect([rule.firesAt, rule.notified, rule.mailed[0]]).toEqual([
    '2026-11-28T03:00:00+08:00',
    [],
    { at: '2026-11-30T09:00:00+08:00', occasion: 'alert', name: 'Thiru', email: 'thiru@xyz-tech.example' },
  ]);
});

test.each([
  ['2h', ['aggregate-growth', 'runs-too-long', '--at', '2026-12-15T01:00'], '2026-12-15T01:00:00+08:00'],
  // At 03:00, as always: the run began on the day before.
  ['4h', ['aggregate-growth', 'runs-too-long'], '2026-11-25T03:00:00+08:00'],
  ['21d', ['aggregate-growth', 'runs-too-long'], '2026-11-25T03:00:00+08:00'],
  [
    '2h',
    ['aggregate-engagement', 'pipeline-failure', '--at', '2026-12-15T00:05'],
    '2026-12-15T00:05:00+08:00',
  ],
])(
  'longerThan: %s, %j: what begins before midnight and breaks after it is played',
  async (longerThan, args, begins) => {
    const data = mkdtempSync(join(tmpdir(), 'watchbill-midnight-'));
    try {
      cpSync(DATA, data, { recursive: true });
      const runbook = join(data, 'runbooks/aggregate-growth.md');
      const text = readFileSync(runbook, 'utf8');
      expect(text).toContain('longerThan: 2h');
      writeFileSync(runbook, text.replace('longerThan: 2h', `longerThan: ${longerThan}`));
      const { code, out, err } = await rehearse([...args, '--data', data, '--json']);
      expect([code, err]).toEqual([0, '']);
      expect(JSON.parse(out).rules).toMatchObject([{ begins, problems: [] }]);
    } finally {
      rmSync(data, { recursive: true });
    }
  },
);

describe('the first weekend', () => {
  const friday = ['unit-profit-experiments', '--as-of', '2026-11-27', '--json'];
  const downtimesOf = (monitors: Stack['resource']) =>
    Object.entries(monitors['datadog_downtime_schedule'] ?? {});

  test('a first deploy on a Friday: what breaks on Sunday at 03:00 is a mail on Monday at nine', async () => {
    const { code, out } = await rehearse(friday);
    const { rules, holds } = JSON.parse(out);
    expect([code, rules[0].firesAt, rules[0].mailed[0].at]).toEqual([
      0,
      '2026-11-29T03:00:00+08:00',
      '2026-11-30T09:00:00+08:00',
    ]);
    expect(holds).toEqual([
      {
        pipeline: 'unit-profit-experiments',
        from: '2026-11-27T00:00:00+08:00',
        until: '2027-02-19T00:00:00+08:00',
        hours: 2016,
        disagreements: [],
      },
    ]);
  });

  test('a mail at night is wrong, and so is every hour that is not held', async () => {
    const { code, out } = await rehearse(friday, (_, monitors) => {
      // As it was: the recurring downtime begins a week later, and nothing bridges.
      for (const [id, { recurring_schedule: recurring }] of downtimesOf(monitors)) {
        if (id.includes('__until-')) delete monitors['datadog_downtime_schedule']?.[id];
        const { recurrence = [] } = (recurring ?? {}) as { recurrence?: { start: string }[] };
        for (const each of recurrence) each.start = '2026-12-04T18:00:00';
      }
    });
    const { rules, holds } = JSON.parse(out);
    expect(code).toBe(1);
    expect(rules[0].problems).toEqual([
      {
        code: 'REHE008',
        message: expect.stringMatching(/^mail to \w+ and \w+ at Sun 29 Nov 03:00, outside office hours$/),
      },
    ]);
    expect(holds[0].disagreements).toEqual([
      { from: '2026-11-27T00:00:00+08:00', until: '2026-11-27T09:00:00+08:00', held: false, counting: null },
      { from: '2026-11-27T18:00:00+08:00', until: '2026-11-30T09:00:00+08:00', held: false, counting: null },
      // Four nights of the next week.
      ...[30, 1, 2, 3].map(() => expect.objectContaining({ held: false })),
    ]);
  });

  test('alerts that wait in office hours are wrong, too', async () => {
    const at = ['unit-profit-experiments', '--at', '2026-11-25T14:00'];
    const { code, out } = await rehearse(at, (_, monitors) => {
      const [, holiday] =
        downtimesOf(monitors).find(([id]) => id === 'unit-profit-experiments__2026-12-25') ?? [];
      const hours = { start: '2026-11-25T05:00:00Z', end: '2026-11-25T07:00:00Z' };
      Object.assign(holiday ?? {}, { one_time_schedule: hours, notify_end_types: ['expired'] });
      Object.assign(holiday ?? {}, { notify_end_states: ['alert'] });
    });
    expect(code).toBe(1);
    expect(out).toContain('REHE009 held from Wed 25 Nov 14:00, in office hours');
    expect(out).toContain('REHE009 held in office hours, Wed 25 Nov 13:00 to Wed 25 Nov 15:00');
    expect(out).toContain('REHE008 not held outside office hours, Fri 25 Dec 09:00 to Fri 25 Dec 18:00');
  });
});

test('whatever is broken in the deployment is found, and ends with 1', async () => {
  const { code, out } = await rehearse(
    ['aggregate-growth', '--at', '2026-12-08T03:00', '--json'],
    (onCall, monitors) => {
      const schedule = onCall['pagerduty_schedule']?.['growth'] as unknown as { layer: { name: string }[] };
      // Spencer is on leave that week, and nobody covers.
      schedule.layer = schedule.layer.filter(({ name }) => !name.startsWith('Cover'));
      const monitor = (name: string) =>
        monitors['datadog_monitor']?.[`aggregate-growth__${name}`] as Attributes;
      const handle = '@pagerduty-aggregate-growth';
      const slow = monitor('runs-too-long');
      slow.query = slow.query.replace('7200', '999999');
      slow['monitor_thresholds'] = { critical: '999999' };
      const revenue = 'growth-out-of-range__revenue_growth_pct';
      const silentRecovery = monitor(`${revenue}__max`);
      silentRecovery.message = silentRecovery.message.replace(
        /(#is_recovery[\s\S]*?)@pagerduty-aggregate-growth/,
        '$1',
      );
      const silent = monitor(`${revenue}__min`);
      silent.message = silent.message.replaceAll(handle, '');
      const lost = monitor('growth-out-of-range__user_acquisition_growth_pct__max');
      lost.message = lost.message.replaceAll(handle, '@pagerduty-nowhere');
    },
  );
  expect(code).toBe(1);
  const { rules, truth } = JSON.parse(out);
  const away = ['REHE004', 'REHE003'];
  expect(
    Object.fromEntries(
      rules.map((rule: { alert: string; metric: string; bound: string; problems: { code: string }[] }) => [
        [rule.alert, rule.metric, rule.bound].filter((part) => part !== null).join(' '),
        rule.problems.map((problem) => problem.code),
      ]),
    ),
  ).toEqual({
    'runs-too-long': ['REHE001'],
    'growth-out-of-range revenue_growth_pct max': [...away, 'REHE005'],
    'growth-out-of-range revenue_growth_pct min': ['REHE002'],
    'growth-out-of-range user_acquisition_growth_pct max': ['REHE006'],
    'growth-out-of-range user_acquisition_growth_pct min': away,
    'key-metric-missing revenue_growth_pct': away,
    'key-metric-missing user_acquisition_growth_pct': away,
  });
  const messages = rules.at(-1).problems.map(({ message }: { message: string }) => message);
  expect(messages).toEqual([
    'Spencer is paged at Tue 8 Dec 03:29; the roster names Choo',
    'Spencer is paged at Tue 8 Dec 03:29 while away',
  ]);
  // Choo observes Chinese New Year, on the last planned Monday's turn: nobody covers then either.
  expect(truth[0].disagreements).toEqual([
    {
      from: '2026-12-07T09:00:00+08:00',
      until: '2026-12-12T00:00:00+08:00',
      expected: 'choo@xyz-tech.example',
      paged: 'spencer@xyz-tech.example',
    },
    {
      from: '2027-02-08T09:00:00+08:00',
      until: '2027-02-09T00:00:00+08:00',
      expected: 'aidil@xyz-tech.example',
      paged: 'choo@xyz-tech.example',
    },
  ]);
});

test('a rule without a monitor is no silence', async () => {
  const { code, err } = await rehearse(['aggregate-growth'], (_, monitors) => {
    delete monitors['datadog_monitor']?.['aggregate-growth__runs-too-long'];
  });
  expect([code, err]).toEqual([
    1,
    'aggregate-growth, runs-too-long: no monitor of this rule is deployed; npx watchbill deploy creates it\n  nothing was rehearsed\n',
  ]);
});

test.each([
  [['agregate-growth'], 'unknown pipeline "agregate-growth": did you mean "aggregate-growth"?'],
  [['aggregate-growth', 'runs-to-long'], 'unknown alert "runs-to-long": did you mean "runs-too-long"?'],
  [['--at', 'tomorrow'], 'ASOF001: --at is not a valid instant: "tomorrow"'],
  [
    ['aggregate-growth', '--at', '2026-01-05T08:59'],
    'REHE007: Mon 5 Jan 2026 08:59 is before the first version of the rotation of aggregate-growth: nobody is on call yet',
  ],
  [
    ['aggregate-growth', '--at', '2026-11-22T23:59'],
    'REHE007: Sun 22 Nov 2026 23:59 is before as-of, Mon 23 Nov 2026 00:00: layers that had ended by then are no longer deployed\n  rehearse it with --as-of 2026-11-22, or choose a later --at',
  ],
  [['--at', '2025-11-20'], 'REHE007: Thu 20 Nov 2025 00:00 is before the first version'],
  // 84 days after 23 November.
  [
    ['aggregate-growth', '--at', '2027-02-15'],
    'REHE007: Mon 15 Feb 2027 00:00 is beyond the horizon, Mon 15 Feb 2027 00:00: covers and holidays',
  ],
  [
    // The desk is paged at 23:51, and whoever is on duty 15 minutes later.
    ['aggregate-growth', 'runs-too-long', '--at', '2027-02-14T23:50'],
    'REHE007: aggregate-growth, runs-too-long: the rehearsal reaches Mon 15 Feb 2027 00:06, beyond the horizon, Mon 15 Feb 2027 00:00',
  ],
  [['--deployed'], 'not set: PAGERDUTY_TOKEN, DD_API_KEY, DD_APP_KEY'],
])('%j is wrong usage', async (args, line) => {
  const { code, out, err } = await rehearse(args);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(line);
});
