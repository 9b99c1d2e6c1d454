import fc from 'fast-check';
import type { Downtime } from '../../../src/deployment';
import { notificationsOf } from '../../../src/rehearsal';
import { at, downtime, monitor, once, series, span, timeText } from './fixture';

/** A value a minute for an hour or two: well, bad, or silent. */
const story = fc
  .array(fc.tuple(fc.constantFrom('0', '11', '-'), fc.integer({ min: 1, max: 20 })), {
    minLength: 1,
    maxLength: 10,
  })
  .map((stretches) => stretches.flatMap(([value, minutes]) => Array<string>(minutes).fill(value)));

const anyDowntime: fc.Arbitrary<Downtime> = fc
  .record({
    from: fc.integer({ min: -10, max: 150 }),
    minutes: fc.integer({ min: 1, max: 60 }),
    isSilent: fc.boolean(),
    mutesFirstRecovery: fc.boolean(),
  })
  .map(({ from, minutes, isSilent, mutesFirstRecovery }) => {
    const begin = at('08:00').add({ minutes: from });
    return downtime(once(timeText(begin), timeText(begin.add({ minutes }))), {
      ...(isSilent ? { notifyEndStates: [] } : {}),
      ...(mutesFirstRecovery ? { mutesFirstRecovery } : {}),
    });
  });

const play = (values: readonly string[], downtimes: readonly Downtime[]) => {
  const until = at('08:00').add({ minutes: values.length });
  return notificationsOf(
    monitor(),
    downtimes,
    [series('07:50', '0 0 0 0 0 0 0 0 0 0'), series('08:00', values.join(' '))],
    { from: at('08:00'), until },
  );
};

test('without downtimes each notification tells another state than the one before', () => {
  fc.assert(
    fc.property(story, (values) => {
      const occasions = play(values, []).map(({ occasion }) => occasion);
      expect(occasions.at(0)).not.toBe('recovery');
      for (const [index, occasion] of occasions.slice(1).entries())
        expect(occasion).not.toBe(occasions[index]);
    }),
  );
});

test('whatever the downtimes: in order, at most one a minute, and in a downtime only the recovery of what was told', () => {
  fc.assert(
    fc.property(story, fc.array(anyDowntime, { maxLength: 3 }), (values, downtimes) => {
      const told = play(values, downtimes);
      for (const [index, { at: moment, occasion }] of told.entries()) {
        const before = told[index - 1];
        if (before !== undefined) expect(before.at.until(moment).total('minutes')).toBeGreaterThanOrEqual(1);
        const isMuted = downtimes.some(({ time }) => {
          const { from, until } = time.kind === 'once' ? time : span('08:00', '08:00');
          return (
            from !== undefined &&
            from.epochNanoseconds <= moment.epochNanoseconds &&
            moment.epochNanoseconds < until.epochNanoseconds
          );
        });
        if (isMuted) {
          expect(occasion).toBe('recovery');
          expect(before?.occasion).not.toBe('recovery');
        }
      }
    }),
  );
});
