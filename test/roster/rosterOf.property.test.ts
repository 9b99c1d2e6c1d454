import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  absences,
  contains,
  earlier,
  later,
  onDutyAt,
  overlap,
  type RotationRoster,
  rosterOf,
  type Shift,
} from '../../src/roster';
import { catalogOf, type FixtureSpec, type HolidaySpec, present } from './fixture';
import { Oracle, type Standing } from './oracle';

const PEOPLE = ['a', 'b', 'c', 'd', 'e'] as const;
const HOLIDAYS = ['h', 'i', 'j'] as const;
/** Weeks around both clock changes of zones that have them. */
const BEGINS = ['2026-03-02', '2026-10-19'] as const;
const DAYS = 42;
const SEED = { seed: 20260105, numRuns: 25 };

interface Case {
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
    .tuple(fc.constantFrom(...PEOPLE), fc.oneof({ weight: 3, arbitrary: days }, clock))
    .map(([person, span]) => ({ person, ...span }));
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

const cases: fc.Arbitrary<Case> = fc
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
        restDay: fc.constantFrom('sunday', 'friday'),
        versions: versions(begin, turnDays),
        observes: fc.array(fc.subarray([...HOLIDAYS]), { minLength: 5, maxLength: 5 }),
        leave: fc.array(leave(begin), { maxLength: 14 }),
        holidays: fc.array(fc.tuple(fc.constantFrom(...HOLIDAYS), fc.integer({ min: -2, max: DAYS })), {
          maxLength: 10,
        }),
      })
      .map(({ versions: made, observes, holidays, ...rest }) => ({
        begin: Temporal.PlainDate.from(begin),
        spec: {
          ...rest,
          restDay: rest.restDay as 'sunday' | 'friday',
          people: Object.fromEntries(PEOPLE.map((person, index) => [person, observes[index] ?? []])),
          rotations: [{ turnDays, versions: made }],
          holidays: holidays.map(([id, day]): HolidaySpec => [id, dayFrom(begin, day).toString()]),
        },
      })),
  );

/** A case's catalog, roster and oracle, and the instants at which they are compared. */
function played({ spec, begin }: Case) {
  const catalog = catalogOf(spec);
  const { organization } = catalog;
  const rotation = present(catalog.rotations[0]);
  const start = begin.toZonedDateTime(organization.timeZone);
  const window = { from: start.toInstant(), until: start.add({ days: DAYS }).toInstant() };
  const byPerson = absences(catalog);
  const roster = rosterOf(rotation, organization, byPerson, window);
  const oracle = new Oracle(catalog, rotation, begin.add({ days: DAYS + 20 }));
  const instants = [window.from, ...oracle.boundaries()]
    .flatMap((at) => [at.subtract({ nanoseconds: 1 }), at])
    .filter((at) => contains(window, at));
  return { catalog, organization, rotation, window, byPerson, roster, oracle, instants };
}

/** What a roster says of an instant, in the oracle's form. */
function standingIn(roster: RotationRoster, at: Temporal.Instant): string | undefined {
  const shift = roster.shifts.find((candidate) => contains(candidate, at));
  if (shift === undefined) return undefined;
  const clash = roster.clashes.find((candidate) => contains(candidate, at));
  const standing: Standing = {
    onDuty: shift.onDuty.id,
    reason: shift.reason,
    away: clash?.away.map((person) => person.id) ?? [],
    rostered: shift.rostered.id,
    turn: `${shift.turn.from} ${shift.turn.until}`,
  };
  return JSON.stringify(standing);
}

/** Ends of shifts and gaps, each as text, in order. */
function edges({ shifts, gaps }: RotationRoster): string[] {
  return [...gaps, ...shifts].flatMap(({ from, until }) => [from.toString(), until.toString()]);
}

test('at every instant the roster names whom the rules name', () => {
  fc.assert(
    fc.property(cases, (one) => {
      const { roster, oracle, instants } = played(one);
      expect(instants.map((at) => `${at} ${standingIn(roster, at)}`)).toEqual(
        instants.map((at) => `${at} ${JSON.stringify(oracle.at(at))}`),
      );
    }),
    SEED,
  );
});

test('shifts fill the window after its gap, and no two neighbours in a turn could be one', () => {
  fc.assert(
    fc.property(cases, (one) => {
      const { roster, window, byPerson } = played(one);
      const ends = edges(roster);
      expect([ends[0], ends.at(-1)]).toEqual([window.from.toString(), window.until.toString()]);
      for (let index = 1; index + 1 < ends.length; index += 2) expect(ends[index]).toBe(ends[index + 1]);
      const alike = roster.shifts.filter(({ turn, onDuty, reason }, index) => {
        const before = roster.shifts[index - 1];
        return before?.turn.from.equals(turn.from) && before.onDuty === onDuty && before.reason === reason;
      });
      expect(alike).toEqual([]);
      for (const shift of roster.shifts) {
        expect(Temporal.Instant.compare(shift.from, shift.until)).toBe(-1);
        const own = byPerson.get(shift.rostered.id) ?? [];
        const expected = shift.reason === 'rotation' ? [] : own.filter((absence) => overlap(absence, shift));
        expect(shift.absences.length).toBe(expected.length);
        expect(expected.every((absence) => shift.absences.includes(absence))).toBe(true);
      }
      expect(roster.clashes.map(({ from, until, rostered }) => `${from} ${until} ${rostered.id}`)).toEqual(
        roster.shifts
          .filter((shift) => shift.reason === 'clash')
          .map(({ from, until, rostered }) => `${from} ${until} ${rostered.id}`),
      );
    }),
    SEED,
  );
});

test('a part of a window has the roster of the whole, clipped', () => {
  fc.assert(
    fc.property(cases, fc.nat(), fc.nat(), (one, first, second) => {
      const { roster, rotation, organization, byPerson, instants } = played(one);
      const [x, y] = [first, second].map((choice) => present(instants[choice % instants.length]));
      const part = { from: earlier(present(x), present(y)), until: later(present(x), present(y)) };
      const clipped = rosterOf(rotation, organization, byPerson, part);
      const whole = roster.shifts.filter((shift) => overlap(shift, part));
      const text = (from: Temporal.Instant, until: Temporal.Instant, shift: Shift) =>
        `${later(from, part.from)} ${earlier(until, part.until)} ${shift.onDuty.id} ${shift.reason}`;
      expect(
        clipped.shifts.map((shift) => `${shift.from} ${shift.until} ${shift.onDuty.id} ${shift.reason}`),
      ).toEqual(whole.map((shift) => text(shift.from, shift.until, shift)));
    }),
    SEED,
  );
});

test('who is on duty at an instant is whom the rules name, and next is the first who is there', () => {
  fc.assert(
    fc.property(cases, fc.nat(), (one, choice) => {
      const { rotation, organization, byPerson, instants, oracle } = played(one);
      const at = present(instants[choice % instants.length]);
      const { shift, next } = onDutyAt(rotation, organization, byPerson, at);
      const standing = oracle.at(at);
      expect(shift?.onDuty.id).toBe(standing?.onDuty);
      expect(shift === undefined || contains(shift, at)).toBe(true);
      const absent = oracle.absentAt(at);
      const candidates = oracle.following(at).filter((id) => id !== standing?.onDuty && !absent.has(id));
      expect(next?.id).toBe(candidates[0]);
    }),
    SEED,
  );
});
