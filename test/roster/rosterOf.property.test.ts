import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  absences,
  absentCovers,
  contains,
  earlier,
  later,
  onDutyAt,
  overlap,
  type RotationRoster,
  rosterOf,
  type Shift,
} from '../../src/roster';
import { catalogOf, present } from './fixture';
import { Oracle, type Standing } from './oracle';
import { type Case, cases, DAYS } from './randomCase';

const SEED = { seed: 20260105, numRuns: 25 };

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
  const all = [window.from, ...oracle.boundaries()]
    .flatMap((at) => [at.subtract({ nanoseconds: 1 }), at])
    .filter((at) => contains(window, at));
  // A clash tells who was asked in order of time.
  const instants = [...new Map(all.map((at) => [at.epochNanoseconds, at])).values()].sort(
    Temporal.Instant.compare,
  );
  return { catalog, organization, rotation, window, byPerson, roster, oracle, instants };
}

/** What a roster says of an instant, in the oracle's form; who is away is a clash's own and told for all its time. */
function standingIn(roster: RotationRoster, at: Temporal.Instant): string | undefined {
  const shift = roster.shifts.find((candidate) => contains(candidate, at));
  if (shift === undefined) return undefined;
  const standing: Standing = {
    onDuty: shift.onDuty.id,
    reason: shift.reason,
    away: [],
    rostered: shift.rostered.id,
    turn: `${shift.turn.from} ${shift.turn.until}`,
  };
  return JSON.stringify(standing);
}

/** What the oracle says of an instant, but for who is away. */
function standing(oracle: Oracle, at: Temporal.Instant): Standing | undefined {
  const found = oracle.at(at);
  return found && { ...found, away: [] };
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
        instants.map((at) => `${at} ${JSON.stringify(standing(oracle, at))}`),
      );
      for (const clash of roster.clashes) {
        const asked = instants.filter((at) => contains(clash, at)).flatMap((at) => oracle.at(at)?.away ?? []);
        expect(clash.away.map((person) => person.id)).toEqual([...new Set(asked)]);
      }
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
      const people = standing === undefined ? [] : [standing.rostered];
      const candidates = oracle
        .askedAt(at, [...people, ...oracle.following(at)])
        .filter(({ person, isAway }) => person !== standing?.onDuty && !isAway);
      expect(next?.id).toBe(candidates[0]?.person);
    }),
    SEED,
  );
});

test('whoever was to stand in and is on leave is told, for exactly that time', () => {
  fc.assert(
    fc.property(cases, (one) => {
      const { catalog, roster, byPerson, oracle, instants } = played(one);
      const told = absentCovers(roster, byPerson);
      const position = (leave: (typeof catalog.leave)[number]) => catalog.leave.indexOf(leave);
      for (const at of instants) {
        const standing = oracle.at(at);
        const onLeave = oracle.onLeaveAt(at);
        const expected = catalog.leave.filter(
          (leave) =>
            standing?.reason === 'cover' &&
            leave.person.id === standing.rostered &&
            Temporal.Instant.compare(leave.from, at) <= 0 &&
            Temporal.Instant.compare(at, leave.until) < 0 &&
            leave.cover !== undefined &&
            onLeave.has(leave.cover.id),
        );
        const found = told.filter((each) => contains(each, at));
        expect(found.map(({ leave }) => position(leave)).sort()).toEqual(expected.map(position).sort());
        for (const { onDuty } of found) expect(onDuty.id).toBe(standing?.onDuty);
      }
    }),
    SEED,
  );
});
