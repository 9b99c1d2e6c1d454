import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { WEEKDAYS } from '../../src/catalog';
import type { FixtureSpec, HolidaySpec } from './fixture';

const PEOPLE = ['a', 'b', 'c', 'd', 'e'] as const;
/** Owners: people, a team with a desk, and one without. */
const OWNERS = [...PEOPLE, 'desk', 'de'] as const;
const STEPS = [
  ['primary', 'on-duty'],
  ['on-duty', 'primary'],
  ['on-duty'],
  ['primary', 'on-duty', 'primary'],
] as const;
const HOLIDAYS = ['h', 'i', 'j'] as const;
/** Weeks around both clock changes of zones that have them. */
const BEGINS = ['2026-03-02', '2026-10-19'] as const;
export const DAYS = 42;

/** A random organization, and the day from which it is looked at for `DAYS` days. */
export interface Case {
  readonly spec: FixtureSpec;
  readonly begin: Temporal.PlainDate;
}

const dayFrom = (begin: string, days: number) => Temporal.PlainDate.from(begin).add({ days });

function clockTime(begin: string): fc.Arbitrary<string> {
  return fc
    .record({ day: fc.integer({ min: -3, max: DAYS }), quarter: fc.integer({ min: 0, max: 95 }) })
    .map(({ day, quarter }) => {
      const time = new Temporal.PlainTime(quarter >> 2, (quarter & 3) * 15);
      return dayFrom(begin, day).toPlainDateTime(time).toString();
    });
}

function leave(begin: string) {
  const days = fc
    .record({ day: fc.integer({ min: -3, max: DAYS }), length: fc.integer({ min: 0, max: 12 }) })
    .map(({ day, length }) => ({
      from: dayFrom(begin, day).toString(),
      until: dayFrom(begin, day + length).toString(),
    }));
  const clock = fc
    .tuple(clockTime(begin), clockTime(begin))
    .map(([one, other]) => (one < other ? { from: one, until: other } : { from: other, until: one }));
  return fc
    .tuple(
      fc.constantFrom(...PEOPLE),
      fc.oneof({ weight: 3, arbitrary: days }, clock),
      fc.option(fc.constantFrom(...PEOPLE), { nil: undefined }),
    )
    .map(([person, span, cover]) => ({
      person,
      ...span,
      ...(cover === undefined || cover === person ? {} : { cover }),
    }));
}

function versions(begin: string, turnDays: number) {
  const order = fc.shuffledSubarray([...PEOPLE], { minLength: 1 });
  return fc
    .array(fc.tuple(order, fc.integer({ min: 1, max: 6 })), { minLength: 1, maxLength: 4 })
    .chain((orders) =>
      fc.integer({ min: -10, max: 10 }).map((first) => {
        let day = first;
        return orders.map(([people, turns]) => {
          const from = dayFrom(begin, day).toString();
          day += turns * turnDays;
          return { from, order: people };
        });
      }),
    );
}

/** Owners of all sorts, versions, leave of both forms, people who leave, observed holidays, clock times, several turn lengths and zones. */
export const cases: fc.Arbitrary<Case> = fc
  .tuple(fc.constantFrom(...BEGINS), fc.constantFrom(1, 2, 3, 7, 14))
  .chain(([begin, turnDays]) =>
    fc
      .record({
        timeZone: fc.constantFrom(
          'Asia/Kuala_Lumpur',
          'Europe/London',
          'America/New_York',
          'Australia/Lord_Howe',
        ),
        handOffAt: fc.constantFrom('00:00', '01:30', '02:30', '09:00', '23:45'),
        restDays: fc.subarray([...WEEKDAYS], { maxLength: 3 }),
        workingWeek: fc.subarray([...WEEKDAYS], { minLength: 1 }),
        versions: versions(begin, turnDays),
        owners: fc.tuple(fc.constantFrom(...PEOPLE, 'desk'), fc.constantFrom(...OWNERS)),
        steps: fc.constantFrom(...STEPS),
        observes: fc.array(fc.subarray([...HOLIDAYS]), { minLength: 5, maxLength: 5 }),
        leave: fc.array(leave(begin), { maxLength: 14 }),
        left: fc.array(fc.tuple(fc.constantFrom(...PEOPLE), fc.integer({ min: -3, max: DAYS })), {
          maxLength: 2,
        }),
        holidays: fc.array(fc.tuple(fc.constantFrom(...HOLIDAYS), fc.integer({ min: -2, max: DAYS })), {
          maxLength: 10,
        }),
      })
      .map(({ versions: made, owners, steps, observes, holidays, left, ...rest }) => ({
        begin: Temporal.PlainDate.from(begin),
        spec: {
          ...rest,
          people: Object.fromEntries(PEOPLE.map((person, index) => [person, observes[index] ?? []])),
          rotations: [{ turnDays, versions: made }],
          pipelines: [{ id: 'aggregate-profit', primary: owners[0], secondary: owners[1], steps }],
          left: Object.fromEntries(left.map(([person, day]) => [person, dayFrom(begin, day).toString()])),
          holidays: holidays.map(([id, day]): HolidaySpec => [id, dayFrom(begin, day).toString()]),
        },
      })),
  );
