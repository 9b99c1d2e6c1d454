import fc from 'fast-check';
import { currentWindow } from '../../../src/sandbox/datadog/downtimeStatus';
import { anyCase, beginnings } from '../../rehearsal/monitor/recurrences';

test('the occurrence under way, else the next one, is that of another reading of RFC 5545', () => {
  fc.assert(
    fc.property(anyCase(fc.integer({ min: 1, max: 4 })), (of) => {
      const duration = { minutes: of.length };
      const window = currentWindow(
        {
          timezone: of.timeZone,
          recurrences: [{ start: of.start.toString(), duration: `${of.length}m`, rrule: of.rrule }],
        },
        of.at,
      );
      const local = window?.from.toZonedDateTimeISO(of.timeZone).toPlainTime();
      // RFC 5545 leaves out an occurrence that begins in an hour that the clocks skip.
      fc.pre(local?.equals(of.start.toPlainTime()) ?? true);
      const [next] = beginnings(of, of.at.subtract(duration), of.at.add({ hours: 70 * 24 })).filter(
        (from) => of.at.epochNanoseconds < from.add(duration).epochNanoseconds,
      );
      expect([window?.from, window?.until].map(String)).toEqual([next, next?.add(duration)].map(String));
    }),
    { numRuns: 200 },
  );
});
