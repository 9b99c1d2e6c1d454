import { Temporal } from 'temporal-polyfill';
import type { LedgerRule } from '../../../../src/catalog';
import { ownOffice } from '../../../../src/catalog';
import { telemetryOf } from '../../../../src/telemetry';
import { embeddedLedger } from '../../../../src/verbs/rehearse/connect/embedded';
import type { Ledger } from '../../../../src/verbs/rehearse/connect/ledger';
import { RehearsalLedger } from '../../../../src/verbs/rehearse/rehearsalLedger';
import { type Broken, scenarioOf } from '../../../../src/verbs/rehearse/scenario/scenarioOf';
import { catalogOf, FILES } from '../../../stacks/xyzTech';
import { RULES } from './scenarioRules';

jest.setTimeout(240_000);

/** Local times at which something changes: the date, the clocks, the working week. */
const MOMENTS: readonly (readonly [timeZone: string, local: string])[] = [
  ['Asia/Kuala_Lumpur', '2026-12-15T00:00'],
  ['Asia/Kuala_Lumpur', '2026-12-15T00:05'],
  ['Asia/Kuala_Lumpur', '2026-12-15T01:00'],
  // A Saturday; a holiday; the first and the last day of the year.
  ['Asia/Kuala_Lumpur', '2026-11-28T03:00'],
  ['Asia/Kuala_Lumpur', '2026-12-25T00:09'],
  ['Asia/Kuala_Lumpur', '2027-01-01T00:00'],
  ['Asia/Kuala_Lumpur', '2026-12-31T23:59'],
  // Clocks go back at 03:00 of the 25th, and forward at 02:00 of the 28th.
  ['Europe/Berlin', '2026-10-25T23:30'],
  ['Europe/Berlin', '2026-10-26T00:30'],
  ['Europe/Berlin', '2027-03-28T03:01'],
  ['Europe/Berlin', '2027-03-29T00:30'],
  // They go forward at midnight: the 28th begins at 01:00.
  ['Asia/Beirut', '2027-03-28T01:05'],
  ['Asia/Beirut', '2027-03-29T00:05'],
  // And by half an hour.
  ['Australia/Lord_Howe', '2026-10-04T00:10'],
  ['Australia/Lord_Howe', '2026-10-05T00:10'],
];

const LENGTHS = ['PT2H', 'PT3H10M', 'PT4H', 'PT25H', 'PT504H'].map((text) => Temporal.Duration.from(text));

const catalog = catalogOf(FILES);
let connection: Ledger;
let ledger: RehearsalLedger;

beforeAll(async () => {
  connection = await embeddedLedger();
  ledger = await RehearsalLedger.open(connection, telemetryOf(catalog));
});
afterAll(() => ledger?.close());

/** Whether a gauge says that the rule is broken: the monitors' conditions, written down again. */
function isBad(rule: LedgerRule, bound: Broken['bound'], value: number | undefined): boolean {
  switch (rule.kind) {
    case 'deadline':
      return value === undefined || value > 0;
    case 'failure':
      return value === 1;
    case 'duration':
      return value === undefined || value >= rule.longerThan.total('seconds');
    case 'freshness':
      return value === undefined || value >= rule.maxLag.total('seconds');
    case 'discrepancy':
      return value === undefined || value > rule.tolerancePercent;
    case 'trend':
      return value === undefined || Math.abs(value) > rule.deviationPercent;
    case 'missing':
      return value !== 1;
    case 'range':
      if (value === undefined) return true;
      return bound === 'min' ? value < (rule.min ?? -Infinity) : value > (rule.max ?? Infinity);
  }
}

/** The rule with each length that it may be given; all others once. */
const variants = (rule: LedgerRule): LedgerRule[] => {
  if (rule.kind === 'duration') return LENGTHS.map((longerThan) => ({ ...rule, longerThan }));
  if (rule.kind === 'freshness') return LENGTHS.map((maxLag) => ({ ...rule, maxLag }));
  return [rule];
};

test.each(MOMENTS)(
  '%s, %s: every rule is well a minute before, broken at its moment, and well again',
  async (timeZone, local) => {
    const there = { ...catalog, organization: { ...catalog.organization, timeZone } };
    const from = Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).toInstant();
    const seen: string[] = [];
    for (const each of RULES) {
      for (const rule of variants(each.rule)) {
        const broken = { ...each, rule };
        const { firstDate, reports, begins, repairs } = scenarioOf(broken, ownOffice(there), from);
        const states = await ledger.within(firstDate, [each.pipeline], async () => {
          await connection.query('UPDATE watchbill.setting SET time_zone = $1', [timeZone]);
          const told = [...reports];
          const bad = async (at: Temporal.Instant) => {
            for (
              let next = told[0];
              next !== undefined && Temporal.Instant.compare(next.at, at) <= 0;
              next = told[0]
            ) {
              await ledger.at(next.at);
              await ledger.report(next.report);
              told.shift();
            }
            const [series] = await ledger.minutes(rule.kind, [each.pipeline], at, 1);
            const value = series?.find(
              ({ tags }) => each.metric === undefined || tags.includes(`metric:${each.metric}`),
            )?.value;
            return isBad(rule, each.bound, value);
          };
          const before = await bad(begins.subtract({ minutes: 1 }));
          // A deadline is not overdue before it has passed.
          const after = await bad(begins.add({ seconds: rule.kind === 'deadline' ? 1 : 0 }));
          const repaired = begins.add({ minutes: 50 });
          await ledger.at(repaired);
          for (const report of repairs(repaired)) await ledger.report(report);
          return [before, after, await bad(repaired)].join();
        });
        if (states !== 'false,true,false')
          seen.push(`${each.pipeline} ${rule.id} ${each.metric ?? ''}: ${states}`);
      }
    }
    expect(seen).toEqual([]);
  },
);
