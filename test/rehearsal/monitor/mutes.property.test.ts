import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { type Counting, windowsOf } from '../../../src/rehearsal';
import { downtime } from './fixture';
import { anyCase, beginnings, type Case } from './recurrences';

/** What our reading of a recurring downtime finds within some minutes. */
function found({ at, length, timeZone, start, rrule }: Case, minutes: number, counting: Counting): string[] {
  const recurrences = [{ start, rrule, duration: Temporal.Duration.from({ minutes: length }) }];
  const span = { from: at, until: at.add({ minutes }) };
  return windowsOf(downtime({ kind: 'recurring', timeZone, recurrences }), span, counting).map(
    ({ from, until }) => `${from} ${until}`,
  );
}

/** What another reading of RFC 5545 finds. */
function expected(of: Case, minutes: number, counting: Counting): string[] {
  const span = { from: of.at, until: of.at.add({ minutes }) };
  const length = { minutes: of.length };
  // An hour more, because wall time may be longer than elapsed time.
  return beginnings(of, span.from.subtract({ minutes: of.length + 60 }), span.until).flatMap((from) => {
    const until =
      counting === 'elapsed'
        ? from.add(length)
        : from
            .toZonedDateTimeISO(of.timeZone)
            .toPlainDateTime()
            .add(length)
            .toZonedDateTime(of.timeZone)
            .toInstant();
    const isIn =
      from.epochNanoseconds < span.until.epochNanoseconds &&
      span.from.epochNanoseconds < until.epochNanoseconds;
    return isIn ? [`${from} ${until}`] : [];
  });
}

const length = fc.integer({ min: 1, max: 30 * 24 * 60 });

test('a recurring downtime holds when another reading of RFC 5545 says so', () => {
  fc.assert(
    fc.property(anyCase(fc.constant(1)), length, (of, minutes) => {
      expect(found(of, minutes, 'wall-clock')).toEqual(expected(of, minutes, 'wall-clock'));
    }),
    { numRuns: 150 },
  );
});

test('by elapsed time, too, but for what begins in an hour that the clocks skip', () => {
  fc.assert(
    fc.property(anyCase(fc.constant(1)), length, (of, minutes) => {
      const time = of.start.toPlainTime();
      const isSkipped = (window: string) =>
        !Temporal.Instant.from(window.split(' ')[0] ?? '')
          .toZonedDateTimeISO(of.timeZone)
          .toPlainTime()
          .equals(time);
      const ours = found(of, minutes, 'elapsed').filter((window) => !isSkipped(window));
      expect(ours).toEqual(expected(of, minutes, 'elapsed'));
    }),
    { numRuns: 150 },
  );
});
