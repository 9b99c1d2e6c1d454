import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { IsoWeekday } from '../../src/constructs';
import { afterBoth, type Office, plannedDowntimes, wrongMinutes } from './heldTime';

/** Clocks that change in the night of Sunday, at midnight, on Fridays, around Ramadan, by half an hour, by two, or never. */
const ZONES = [
  'Europe/London',
  'Europe/Helsinki',
  'America/New_York',
  'America/Santiago',
  'America/Havana',
  'America/Nuuk',
  'Atlantic/Azores',
  'Asia/Beirut',
  'Asia/Jerusalem',
  'Asia/Gaza',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Antarctica/Troll',
  'Asia/Kuala_Lumpur',
];
const WEEKS: readonly (readonly IsoWeekday[])[] = [
  [1, 2, 3, 4, 5],
  [7, 1, 2, 3, 4],
  [1],
  [1, 3, 6],
  [1, 2, 4],
  [1, 2, 3, 4, 5, 6, 7],
];
const HOURS = [
  ['09:00', '18:00'],
  ['08:30', '17:15'],
  ['06:00', '14:00'],
  ['04:30', '12:00'],
  ['00:00', '08:00'],
  ['03:00', '23:30'],
  ['14:00', '22:00'],
  // In hours that clocks skip: at two in Europe and America, at midnight in Beirut, Cairo and Havana.
  ['02:30', '12:00'],
  ['00:30', '08:00'],
  ['00:15', '02:30'],
] as const;

const DAYS = 84;
const RUNS = 60;
const START = Temporal.Instant.from('2026-01-01T00:00:00Z');

const office: fc.Arbitrary<Office> = fc
  .record({
    timeZone: fc.constantFrom(...ZONES),
    week: fc.constantFrom(...WEEKS),
    hours: fc.constantFrom(...HOURS),
  })
  .map(({ timeZone, week, hours: [from, until] }) => ({ timeZone, week, from, until, holidays: [] }));

const minute = (most: number) => fc.integer({ min: 0, max: most }).map((minutes) => START.add({ minutes }));
/** Any minute of three years. */
const asOf = minute(3 * 365 * 24 * 60);

/** Some days near an instant are holidays, two in a row among them. */
const withHolidays = (of: Office, at: Temporal.Instant, offsets: readonly number[]): Office => {
  const today = at.toZonedDateTimeISO(of.timeZone).toPlainDate();
  const days = offsets.flatMap((offset) => [offset, ...(offset % 2 === 0 ? [offset + 1] : [])]);
  const isWorked = (date: Temporal.PlainDate) => of.week.includes(date.dayOfWeek as IsoWeekday);
  const dates = days.map((each) => today.add({ days: each })).filter(isWorked);
  return { ...of, holidays: [...new Set(dates.map(String))] };
};
const offsets = fc.array(fc.integer({ min: 0, max: 80 }), { maxLength: 6 });

const planned = { from: START, until: START };
const from = (at: Temporal.Instant, days = DAYS) => ({
  ...planned,
  from: at,
  until: at.add({ hours: 24 * days }),
});

test('from any deploy on to the horizon, no minute outside office hours is unheld and none inside is held', () => {
  fc.assert(
    fc.property(office, asOf, offsets, (bare, at, days) => {
      const of = withHolidays(bare, at, days);
      expect(wrongMinutes(of, plannedDowntimes(of, at, DAYS), from(at))).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

test('nor after a second deploy, which leaves recurring downtimes as they began', () => {
  const later = fc.integer({ min: 1, max: 10 * 24 * 60 });
  fc.assert(
    fc.property(office, asOf, later, offsets, (bare, at, minutes, days) => {
      const of = withHolidays(bare, at, days);
      const second = at.add({ minutes });
      const [one, other] = [at, second].map((each) => plannedDowntimes(of, each, DAYS));
      expect(wrongMinutes(of, afterBoth(one ?? [], other ?? []), from(second))).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

test('no recurring downtime ever lasts into office hours, however long nobody deploys', () => {
  fc.assert(
    fc.property(office, asOf, (of, at) => {
      const recurring = plannedDowntimes(of, at, 1).filter(({ time }) => time.kind === 'recurring');
      const held = wrongMinutes(of, recurring, from(at, 380)).filter(
        (each) => / held by/.test(each) && !/not held/.test(each),
      );
      expect(held).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});
