import fc from 'fast-check';
import type { EscalationTarget } from '../../../src/deployment';
import { at } from '../monitor/fixture';
import { deployment, empty, minutes, onDuty, play, user } from './fixture';

const target: fc.Arbitrary<EscalationTarget> = fc.constantFrom(
  user('desk'),
  user('lead'),
  onDuty(),
  onDuty(empty.key),
);
const level = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.array(target, { minLength: 1, maxLength: 3 }));

/** Somebody answers so many minutes after a page, or never; what each page's answer is follows from its place. */
const responses = fc.array(fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined }), { minLength: 1 });

const minutesOf = (moment: { epochMilliseconds: number }) =>
  (moment.epochMilliseconds - at('03:00').epochMilliseconds) / 60_000;

test('pages are in order and within the story, and rest from an acknowledgement to its timeout', () => {
  fc.assert(
    fc.property(
      fc.array(level, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 0, max: 3 }),
      responses,
      fc.option(fc.integer({ min: 1, max: 120 }), { nil: undefined }),
      fc.option(fc.integer({ min: 0, max: 600 }), { nil: undefined }),
      (levels, repeat, waits, timeout, recovery) => {
        const given = new Map<string, number>();
        const incident = play(
          deployment(
            levels.map(([delay, targets]) => [delay, ...targets] as const),
            repeat,
          ),
          {
            ...(recovery === undefined ? {} : { resolvedAt: at('03:00').add({ minutes: recovery }) }),
            acknowledges: (page) => {
              const key = `${page.at} ${page.step} ${page.email}`;
              if (!given.has(key)) given.set(key, given.size);
              const wait = waits[(given.get(key) ?? 0) % waits.length];
              return wait === undefined ? undefined : page.at.add({ minutes: wait });
            },
          },
          timeout === undefined ? {} : { acknowledgementTimeout: minutes(timeout) },
        );
        const times = incident.pages.map((page) => minutesOf(page.at));
        expect(times).toEqual([...times].sort((a, b) => a - b));
        for (const time of times) {
          expect(time).toBeGreaterThanOrEqual(0);
          expect(time).toBeLessThan(Math.min(540, recovery ?? 540));
        }
        if (incident.acknowledged === undefined) return;
        const first = minutesOf(incident.acknowledged.at);
        expect(incident.pages.map(({ email }) => email)).toContain(incident.acknowledged.email);
        expect(first).toBeGreaterThanOrEqual(times[0] ?? Number.NaN);
        const next = times.find((time) => time > first);
        if (timeout === undefined) expect(next).toBeUndefined();
        else expect(next ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(first + timeout);
      },
    ),
  );
});

test('without an answer every level pages once a round, each person once, after the delays of those before', () => {
  fc.assert(
    fc.property(
      fc.array(level, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 0, max: 2 }),
      (levels, repeat) => {
        const { pages } = play(
          deployment(
            levels.map(([delay, targets]) => [delay, ...targets] as const),
            repeat,
          ),
        );
        let clock = 0;
        const expected: string[] = [];
        for (let round = 0; round <= repeat; round += 1) {
          for (const [index, [delay, targets]] of levels.entries()) {
            const people = new Set(
              targets.flatMap((each) =>
                each.kind === 'user' ? [each.email] : each.schedule === empty.key ? [] : ['choo'],
              ),
            );
            for (const email of people)
              if (clock < 540) expected.push(`${clock} ${index + 1}.${round} ${email}`);
            if (people.size > 0) clock += delay;
          }
        }
        const played = pages.map((page) => `${minutesOf(page.at)} ${page.step}.${page.round} ${page.email}`);
        expect(played).toEqual(expected);
      },
    ),
  );
});
