import { Temporal } from 'temporal-polyfill';
import { GAUGES } from '../../../src/alerts';
import type { LedgerKind } from '../../../src/catalog';
import type { Telemetry } from '../../../src/telemetry';
import { RehearsalLedger } from '../../../src/verbs/rehearse/rehearsalLedger';
import { type Database, onEachEngine } from '../../telemetry/engines';

jest.setTimeout(120_000);

const KINDS = Object.keys(GAUGES) as LedgerKind[];
const days = (month: number) => ({
  from: Temporal.PlainDate.from('2026-01-01'),
  until: Temporal.PlainDate.from('2026-12-31'),
  daysOff: [Temporal.PlainDate.from({ year: 2026, month, day: 26 })],
});
const rulesOf = (pipeline: string, by: string): Telemetry['rules'] =>
  KINDS.map((kind) => ({
    pipeline,
    alert: `its-${kind}`,
    kind,
    metrics: ['discrepancy', 'trend', 'range', 'missing'].includes(kind) ? ['users', 'total'] : [],
    ...(kind === 'deadline' ? { by: Temporal.PlainTime.from(by) } : {}),
    ...(kind === 'trend' ? { weeks: 2 } : {}),
  }));

/** London works every day, and has a deadline in the hour that occurs twice on 25 October 2026. */
const TEAM: Telemetry = {
  timeZone: 'Asia/Kuala_Lumpur',
  calendar: { workingWeek: [1, 2, 3, 4, 5], ...days(10) },
  offices: [
    {
      id: 'london',
      timeZone: 'Europe/London',
      calendar: { workingWeek: [1, 2, 3, 4, 5, 6, 7], ...days(12) },
      pipelines: ['growth'],
    },
  ],
  pipelines: ['profit', 'growth'],
  rules: [...rulesOf('profit', '09:00'), ...rulesOf('growth', '01:30')],
};

const say = (call: string) => ({ sql: `SELECT watchbill.${call}`, values: [] });
/** Each at its time, with the minutes that are read after it. */
const COURSE = [
  { at: '2026-10-24T23:40:20Z', minutes: 40, reports: [] },
  {
    at: '2026-10-25T00:20:00Z',
    minutes: 100,
    reports: [
      say("run_started('growth', 'a', '2026-10-24', '2026-10-25T00:10Z')"),
      say("metric_reported('growth', 'users', '2026-10-24', 7, 8)"),
      say("metric_reported('growth', 'users', '2026-10-17', 9, 9)"),
      say("data_seen('growth', '2026-10-25T00:15Z')"),
    ],
  },
  { at: '2026-10-25T02:00:00Z', minutes: 30, reports: [say("run_finished('growth', 'a', 'failed')")] },
  {
    at: '2026-10-26T23:50:00Z',
    minutes: 90,
    reports: [
      say("run_started('growth', 'b', '2026-10-24')"),
      say("run_finished('growth', 'b', 'succeeded')"),
      say("metric_reported('growth', 'users', '2026-10-25', 5, 8)"),
      say("run_started('profit', 'c', '2026-10-23', '2026-10-26T23:49Z')"),
    ],
  },
  { at: '2026-10-27T01:20:00Z', minutes: 1, reports: [say("run_finished('profit', 'c', 'succeeded')")] },
];

onEachEngine('the minutes of a gauge', (open) => {
  let database: Database;
  let ledger: RehearsalLedger;
  beforeAll(async () => {
    database = await open();
    ledger = await RehearsalLedger.open(database.owner, TEAM);
  });
  afterAll(() => database?.close());

  /** What the Agent would read: the view itself, with the clock set. */
  async function view(kind: LedgerKind, at: Temporal.Instant): Promise<string[]> {
    await ledger.at(at);
    const rows = await database.owner.query(`SELECT * FROM watchbill.gauge_${kind}`);
    return rows.map((row) => [...GAUGES[kind].tags, 'value'].map((key) => row[key]).join()).sort();
  }

  /** The same, of many minutes at once. */
  async function read(kind: LedgerKind, from: Temporal.Instant, count: number): Promise<string[][]> {
    const minutes = await ledger.minutes(kind, TEAM.pipelines, from, count);
    return minutes.map((values) =>
      values.map(({ tags, value }) => [...tags.map((tag) => tag.split(':')[1]), value].join()).sort(),
    );
  }

  test.each(KINDS)('%s: each is what the view says at that minute', async (kind) => {
    const distinct = new Set<string>();
    await ledger.within(Temporal.PlainDate.from('2026-10-23'), TEAM.pipelines, async () => {
      for (const { at, minutes, reports } of COURSE) {
        const from = Temporal.Instant.from(at);
        await ledger.at(from);
        for (const report of reports) await ledger.report(report);
        const together = await read(kind, from, minutes);
        for (let minute = 0; minute < minutes; minute += 1) {
          const alone = await view(kind, from.add({ minutes: minute }));
          expect([minute, together[minute]]).toEqual([minute, alone]);
          for (const row of alone) distinct.add(row);
        }
      }
    });
    // The course moves every gauge, by the clock or by reports.
    expect(distinct.size).toBeGreaterThan(1);
  });

  test('the clock is left at the last one', async () => {
    await ledger.within(Temporal.PlainDate.from('2026-10-23'), TEAM.pipelines, async () => {
      await ledger.minutes('failure', TEAM.pipelines, Temporal.Instant.from('2026-10-25T00:20:30Z'), 10);
      const [row] = await database.owner.query("SELECT watchbill.now() = '2026-10-25T00:29:30Z' AS is_last");
      expect(row).toEqual({ is_last: true });
    });
  });
});
