import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { isSteady } from '../../src/time/clockChanges';
import { instantText } from '../../src/time/instantText';
import { dayAt, wholeDay } from '../../src/time/localDay';
import { clockText, shortDateText } from '../../src/time/localTime';
import { asUtc } from '../../src/time/zoneOffsets';

const ZONES = ['UTC', 'Asia/Kuala_Lumpur', 'Europe/London', 'America/New_York', 'Australia/Lord_Howe'];
ZONES.push('Africa/Casablanca', 'America/St_Johns', 'Pacific/Apia', 'Asia/Kathmandu');

/** The same by Temporal alone: what both readings of a local time are. */
function byTemporal(at: Temporal.Instant, zone: string): [string, string] {
  const zoned = at.toZonedDateTimeISO(zone);
  const [first, second] = (['earlier', 'later'] as const).map((disambiguation) =>
    zoned.toPlainDateTime().toZonedDateTime(zone, { disambiguation }),
  );
  const clock = zoned.toPlainTime().toString({ smallestUnit: 'minute' });
  const date = zoned.toLocaleString('en-GB', { weekday: 'short', day: 'numeric', month: 'short' });
  return [
    date.replace(',', '').replace('Sept', 'Sep'),
    first?.offset === second?.offset ? clock : `${clock} (UTC${zoned.offset})`,
  ];
}

/** An instant within three hours of a change of the clocks, where there is one, or any other. */
const moment = fc
  .record({
    zone: fc.constantFrom(...ZONES),
    minute: fc.integer({ min: 0, max: 99 * 366 * 24 * 60 }),
    near: fc.option(fc.integer({ min: -180, max: 180 }), { nil: undefined }),
  })
  .map(({ zone, minute, near }) => {
    const any = Temporal.Instant.from('2000-01-02T00:00:00Z').add({ minutes: minute });
    const change = any.toZonedDateTimeISO(zone).getTimeZoneTransition('next')?.toInstant();
    const at = near === undefined || change === undefined ? any : change.add({ minutes: near });
    return { zone, at };
  });

test('the local date and time of an instant are those of Temporal, also where the clocks change', () => {
  fc.assert(
    fc.property(moment, ({ zone, at }) => {
      expect([shortDateText(at, zone, at), clockText(at, zone)]).toEqual(byTemporal(at, zone));
    }),
    { numRuns: 2_000 },
  );
});

test('an instant as text, its local day and where that begins and ends are those of Temporal', () => {
  fc.assert(
    fc.property(moment, fc.integer({ min: 0, max: 180 }), ({ zone, at: one }, years) => {
      const at = one.subtract({ hours: years * 365 * 24 });
      const zoned = at.toZonedDateTimeISO(zone);
      const text = zoned.toString({ timeZoneName: 'never', fractionalSecondDigits: 0 });
      const date = zoned.toPlainDate();
      const { from, until } = wholeDay(date, zone);
      expect([instantText(at, zone), dayAt(at, zone), `${from}`, `${until}`]).toEqual([
        text,
        Temporal.PlainDate.from('1970-01-01').until(date).days,
        `${date.toZonedDateTime(zone).toInstant()}`,
        `${date.add({ days: 1 }).toZonedDateTime(zone).toInstant()}`,
      ]);
    }),
    { numRuns: 2_000 },
  );
});

test('whether a span of local time is steady is what both readings of its ends by Temporal say', () => {
  fc.assert(
    fc.property(moment, fc.integer({ min: 1, max: 2_000 }), ({ zone, at }, minutes) => {
      const begin = at.toZonedDateTimeISO(zone).toPlainDateTime();
      const end = begin.add({ minutes });
      const [[first, again], [last, once]] = [begin, end].map((local) =>
        (['earlier', 'later'] as const).map((disambiguation) =>
          local.toZonedDateTime(zone, { disambiguation }).toInstant(),
        ),
      ) as [[Temporal.Instant, Temporal.Instant], [Temporal.Instant, Temporal.Instant]];
      const steady =
        first.equals(again) && last.equals(once) && first.until(last).total('minutes') === minutes;
      expect(isSteady(asUtc(begin), minutes * 60_000, zone)).toBe(steady);
    }),
    { numRuns: 2_000 },
  );
});
