import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Catalog, LedgerRule } from '../../../../src/catalog';
import { ownOffice } from '../../../../src/catalog';
import type { Report } from '../../../../src/verbs/rehearse/rehearsalLedger';
import type { Scenario, TimedReport } from '../../../../src/verbs/rehearse/scenario/scenario';
import { type Broken, scenarioOf } from '../../../../src/verbs/rehearse/scenario/scenarioOf';
import { catalogOf, FILES } from '../../../stacks/xyzTech';
import { RULES } from './scenarioRules';

const SEED = { seed: 20261126, numRuns: 300 };

/** Zones of all kinds of clock changes: an hour or half of one, at midnight too, and none. */
const ZONES = [
  'Asia/Kuala_Lumpur',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Beirut',
  'Africa/Cairo',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Kathmandu',
];

/** A length of time as the data may say it, up to eight weeks. */
const lengths = fc
  .oneof(fc.integer({ min: 1, max: 24 * 60 }), fc.integer({ min: 1, max: 56 * 24 * 60 }))
  .map((minutes) => Temporal.Duration.from({ minutes }).round({ largestUnit: 'hours' }));

const times = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map((minute) => new Temporal.PlainTime(Math.floor(minute / 60), minute % 60));

/** The days around each change of the clocks in 2026 and 2027, of all zones. */
const CHANGES = ZONES.flatMap((timeZone) => {
  const days: { timeZone: string; day: Temporal.PlainDate }[] = [];
  const start = new Temporal.PlainDate(2026, 1, 1).toZonedDateTime(timeZone);
  let change = start.getTimeZoneTransition('next');
  while (change !== null && change.year < 2028) {
    const day = change.toPlainDate();
    days.push(...[-1, 0, 1].map((after) => ({ timeZone, day: day.add({ days: after }) })));
    change = change.getTimeZoneTransition('next');
  }
  return days;
});

const days = fc
  .record({ timeZone: fc.constantFrom(...ZONES), after: fc.integer({ min: 1, max: 700 }) })
  .map(({ timeZone, after }) => ({ timeZone, day: new Temporal.PlainDate(2026, 1, 1).add({ days: after }) }));

/** Any minute of 2026 and 2027 in a zone, mostly near midnight, and often where clocks change. */
const moments = fc
  .record({
    local: fc.oneof(days, fc.constantFrom(...CHANGES)),
    time: fc.oneof(fc.constantFrom(0, 1, 5, 9, 10, 19, 20, 59, 60, 1410, 1430, 1439), fc.nat(1439)),
  })
  .map(({ local: { timeZone, day }, time }) => ({
    timeZone,
    from: day
      .toZonedDateTime({ timeZone, plainTime: new Temporal.PlainTime(Math.floor(time / 60), time % 60) })
      .toInstant(),
  }));

const rules = fc.record({
  longerThan: lengths,
  maxLag: lengths,
  by: times,
  weeks: fc.integer({ min: 1, max: 52 }),
});

const xyzTech = catalogOf(FILES);
const inZone = (timeZone: string): Catalog => ({
  ...xyzTech,
  organization: { ...xyzTech.organization, timeZone },
});

/** What the ledger is told of dates and moments, from the call itself. */
function toldBy({ sql, values }: Report): { dates: Temporal.PlainDate[]; moments: Temporal.Instant[] } {
  const texts = values.filter((value) => typeof value === 'string');
  return {
    dates: texts
      .filter((text) => /^\d{4}-\d\d-\d\d$/.test(text))
      .map((text) => Temporal.PlainDate.from(text)),
    moments: sql.includes('data_seen')
      ? texts.filter((text) => /T.*Z$/.test(text)).map((text) => Temporal.Instant.from(text))
      : [],
  };
}

/** What the ledger refuses: a date after the local one (WB003), a moment that has not been yet (WB004). */
function refused(at: Temporal.Instant, report: Report, timeZone: string): string[] {
  const today = at.toZonedDateTimeISO(timeZone).toPlainDate();
  const { dates, moments } = toldBy(report);
  if (dates.length + moments.length === 0) throw new Error('it says nothing of any time');
  return [
    ...dates.filter((date) => Temporal.PlainDate.compare(date, today) > 0),
    ...moments.filter((moment) => Temporal.Instant.compare(moment, at) > 0),
  ].map((early) => `at ${at}, ${today} there: ${early}`);
}

const ofKind = (kind: LedgerRule['kind'], overrides: object): Broken[] =>
  RULES.filter(({ rule }) => rule.kind === kind).map((broken) => ({
    ...broken,
    rule: { ...broken.rule, ...overrides } as LedgerRule,
  }));

test.each([...new Set(RULES.map(({ rule }) => rule.kind))])(
  '%s: the ledger takes every report of the scenario at its moment, whenever it breaks',
  (kind) => {
    fc.assert(
      fc.property(moments, rules, fc.nat(60 * 24 * 30), ({ timeZone, from }, overrides, minutes) => {
        for (const broken of ofKind(kind, overrides)) {
          const scenario = scenarioOf(broken, ownOffice(inZone(timeZone)), from);
          expect(Temporal.Instant.compare(scenario.begins, from)).toBeGreaterThanOrEqual(0);
          const repaired = scenario.begins.add({ minutes });
          const repairs = scenario.repairs(repaired).map((report) => ({ at: repaired, report }));
          expect(
            [...scenario.reports, ...repairs].flatMap(({ at, report }) => refused(at, report, timeZone)),
          ).toEqual([]);
          const { begins } = scenario;
          expect(scenario.reports.filter(({ at }) => Temporal.Instant.compare(at, begins) > 0)).toEqual([]);
          expectHistory(kind, scenario);
        }
      }),
      SEED,
    );
  },
);

/** Twenty minutes before it breaks, all was well and reported, and not of the date that breaks. */
function expectHistory(kind: string, { reports, begins }: Scenario): void {
  if (!['trend', 'range', 'missing', 'discrepancy'].includes(kind)) return;
  const dates = ({ report }: TimedReport) => toldBy(report).dates.join();
  const broken = reports.at(-1);
  const wrong = reports
    .slice(0, -1)
    .filter(
      (each) =>
        Temporal.Instant.compare(each.at, begins.subtract({ minutes: 20 })) > 0 ||
        (broken !== undefined && dates(each) === dates(broken)),
    );
  expect(wrong).toEqual([]);
}
