import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { IsoWeekday, OnCallHours } from '../../src/constructs';
import { layersInHours } from '../../src/constructs/hoursLayers';
import { rotationLayers } from '../../src/constructs/rotationLayers';
import type { ScheduleLayer } from '../../src/constructs/scheduleLayer';
import type { Schedule } from '../../src/deployment';
import { disagreements, type ExpectedShift } from '../../src/rehearsal';

const ZONES = [
  'Europe/London',
  'America/New_York',
  'Australia/Lord_Howe', // half an hour
  'America/Nuuk', // changes at midnight
  'Africa/Casablanca', // twice a year for Ramadan
  'Antarctica/Troll', // two hours
  'Asia/Kuala_Lumpur', // never
] as const;
/** Days around the changes of the clocks in spring and autumn 2026. */
const FIRST_DAYS = ['2026-02-10', '2026-03-02', '2026-03-20', '2026-09-25', '2026-10-15'] as const;
const DAYS = 50;

const found = new Map<string, Temporal.Instant>();

/** The first minute at which the clock on the wall shows a local time or has passed it, found by looking. */
function firstMinute(local: Temporal.PlainDateTime, timeZone: string): Temporal.Instant {
  const key = `${local} ${timeZone}`;
  let at = found.get(key);
  if (at !== undefined) return at;
  const isReached = (instant: Temporal.Instant) =>
    Temporal.PlainDateTime.compare(instant.toZonedDateTimeISO(timeZone).toPlainDateTime(), local) >= 0;
  // No zone is further than 14 hours from UTC, and no clock goes back by more than two.
  at = local.toZonedDateTime('UTC').toInstant().subtract({ hours: 14 });
  while (!isReached(at)) at = at.add({ hours: 1 });
  at = at.subtract({ hours: 3 });
  while (!isReached(at)) at = at.add({ minutes: 15 });
  found.set(key, at);
  return at;
}

interface Case {
  readonly timeZone: string;
  readonly first: string;
  readonly hours: OnCallHours;
  readonly turnDays: number;
  readonly people: number;
  readonly handOffAt: Temporal.PlainTime;
}

const time = fc
  .constantFrom('00:00', '01:30', '02:00', '02:15', '03:00', '08:00', '09:00', '17:30', '22:00', '23:30')
  .map((text) => Temporal.PlainTime.from(text));

const cases: fc.Arbitrary<Case> = fc.record({
  timeZone: fc.constantFrom(...ZONES),
  first: fc.constantFrom(...FIRST_DAYS),
  hours: fc.record({
    days: fc.uniqueArray(fc.constantFrom<IsoWeekday>(1, 2, 3, 4, 5, 6, 7), { minLength: 1, maxLength: 7 }),
    from: time,
    until: time,
  }),
  turnDays: fc.constantFrom(1, 2, 7),
  people: fc.integer({ min: 1, max: 3 }),
  handOffAt: time,
});

/** Whose turn it is on which days, and which parts of that are in the hours: nothing but days and clocks. */
function expected({ timeZone, first, hours, turnDays, people, handOffAt }: Case): ExpectedShift[] {
  const day = Temporal.PlainDate.from(first);
  const handOffs = Array.from({ length: Math.ceil(DAYS / turnDays) + 1 }, (_, turn) =>
    firstMinute(day.add({ days: turn * turnDays }).toPlainDateTime(handOffAt), timeZone),
  );
  const windows = Array.from({ length: DAYS + 2 }, (_, index) => day.add({ days: index - 1 }))
    .filter((date) => hours.days.includes(date.dayOfWeek as IsoWeekday))
    .map((date) => {
      const nextDay = Temporal.PlainTime.compare(hours.from, hours.until) >= 0;
      return [
        firstMinute(date.toPlainDateTime(hours.from), timeZone),
        firstMinute(date.add({ days: nextDay ? 1 : 0 }).toPlainDateTime(hours.until), timeZone),
      ] as const;
    });
  const shifts: ExpectedShift[] = [];
  for (const [from, until] of windows) {
    for (let turn = 0; turn + 1 < handOffs.length; turn += 1) {
      const [start, end] = [handOffs[turn], handOffs[turn + 1]].map((at) => at?.epochMilliseconds ?? 0);
      const begin = Math.max(from.epochMilliseconds, start ?? 0);
      const finish = Math.min(until.epochMilliseconds, end ?? 0);
      if (begin >= finish) continue;
      shifts.push({
        from: Temporal.Instant.fromEpochMilliseconds(begin),
        until: Temporal.Instant.fromEpochMilliseconds(finish),
        email: `p${turn % people}@example.com`,
      });
    }
  }
  return shifts;
}

function deployed({ timeZone, first, hours, turnDays, people, handOffAt }: Case): Schedule {
  const from = firstMinute(Temporal.PlainDate.from(first).toPlainDateTime(handOffAt), timeZone);
  const order = Array.from({ length: people }, (_, index) => `p${index}@example.com`);
  const version = { from: from.toZonedDateTimeISO(timeZone), handOffAt, order };
  const horizon = from.add({ hours: (DAYS + 10) * 24 });
  const layers = layersInHours(rotationLayers([version], turnDays, horizon), hours, timeZone, horizon);
  return { key: 'k', name: 'n', timeZone, layers: layers.map(layerOf) };
}

/** As PagerDuty keeps it. */
function layerOf(layer: ScheduleLayer<string>): Schedule['layers'][number] {
  return {
    start: layer.start,
    ...(layer.end === undefined ? {} : { end: layer.end }),
    rotationVirtualStart: layer.rotationVirtualStart,
    turnLength: Temporal.Duration.from({ seconds: layer.turnLengthSeconds }),
    users: layer.users,
    restrictions: (layer.restrictions ?? []).map(({ dayOfWeek, from, seconds }) => {
      const duration = Temporal.Duration.from({ seconds });
      return dayOfWeek === undefined
        ? { kind: 'daily', from, duration }
        : { kind: 'weekly', dayOfWeek, from, duration };
    }),
  };
}

test('in hours, and only in them, both ways of counting name whose turn it is', () => {
  fc.assert(
    fc.property(cases, (one) => {
      const [shifts, schedule] = [expected(one), deployed(one)];
      fc.pre(shifts.length > 0);
      expect(disagreements(shifts, schedule, 'elapsed')).toEqual([]);
      expect(disagreements(shifts, schedule, 'wall-clock')).toEqual([]);
    }),
    { seed: 20261126, numRuns: 60 },
  );
});
