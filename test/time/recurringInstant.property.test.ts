import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { recurringInstant } from '../../src/time/recurringInstant';

const MINUTES_A_DAY = 1440;
/** Zones with changes of an hour, half an hour, at midnight, of none, of a whole day (Apia at the end of 2011), and by decree. */
const ZONES = [
  'Asia/Kuala_Lumpur',
  'Europe/London',
  'America/New_York',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Casablanca',
  'Etc/UTC',
];

/** By Temporal's own rules: of a repeated time the first; of a skipped one the change after it. */
function byTemporal(local: Temporal.PlainDateTime, timeZone: string): Temporal.Instant {
  const zoned = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  if (zoned.toPlainDateTime().equals(local)) return zoned.toInstant();
  const change = zoned.getTimeZoneTransition('next');
  if (change === null) throw new Error('a skipped time is before a change');
  return change.toInstant();
}

const local = fc
  .tuple(fc.integer({ min: 1990, max: 2060 }), fc.nat(370), fc.nat(MINUTES_A_DAY / 15), fc.nat(14))
  .map(([year, days, quarter, minute]) =>
    Temporal.PlainDate.from({ year, month: 1, day: 1 })
      .toPlainDateTime()
      .add({ days, minutes: quarter * 15 + minute }),
  );

test('in any order and however far apart, a local time is the instant that Temporal says', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), fc.array(local, { minLength: 30, maxLength: 30 }), (zone, all) => {
      expect(all.map((each) => `${each} ${recurringInstant(each, zone)}`)).toEqual(
        all.map((each) => `${each} ${byTemporal(each, zone)}`),
      );
    }),
    { seed: 20260329, numRuns: 40 },
  );
});

test('so it is in each quarter of an hour around every change of two years', () => {
  for (const zone of ZONES) {
    let change = Temporal.ZonedDateTime.from(`2025-12-15T00:00[${zone}]`).getTimeZoneTransition('next');
    for (; change !== null && change.year < 2028; change = change.getTimeZoneTransition('next')) {
      const first = change.toPlainDateTime().subtract({ hours: 3 });
      const times = Array.from({ length: 24 }, (_, index) => first.add({ minutes: index * 15 }));
      expect(times.map((each) => `${each} ${recurringInstant(each, zone)}`)).toEqual(
        times.map((each) => `${each} ${byTemporal(each, zone)}`),
      );
    }
  }
});
