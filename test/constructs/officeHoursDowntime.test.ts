import { Temporal } from 'temporal-polyfill';
import { type OfficeHours, OfficeHoursDowntime, type OfficeHoursDowntimeProps } from '../../src/constructs';
import type { Downtime } from '../../src/deployment';
import { afterBoth, type Office, plannedDowntimes, WAYS, wrongMinutes } from './heldTime';
import { synthesized } from './synthesized';

const downtimes = (asOf: string, holidays: string[], until = '18:00', timeZone = 'Asia/Kuala_Lumpur') => {
  const json = synthesized(
    (stack) =>
      new OfficeHoursDowntime(stack, 'hours', {
        monitorTags: ['pipeline:x'],
        officeHours: {
          workingWeek: [1, 2, 3, 4, 5],
          from: Temporal.PlainTime.from('09:00'),
          until: Temporal.PlainTime.from(until),
        },
        timeZone,
        holidays: holidays.map((date) => Temporal.PlainDate.from(date)),
        asOf: Temporal.Instant.from(asOf),
      }),
  );
  const all = Object.entries(json.resource['datadog_downtime_schedule'] ?? {});
  const single = (isBridge: boolean) =>
    all.filter(([id, each]) => 'one_time_schedule' in each && id.includes('until-') === isBridge);
  return {
    recurring: all.map(([, each]) => each).filter((each) => 'recurring_schedule' in each),
    holidays: single(false).map(([, each]) => each),
    bridges: single(true).map(([id, each]) => ({ id: id.replace(/^.*(until-[\d-]*\d)_.*$/, '$1'), ...each })),
    hours: Object.values(json.resource['terraform_data'] ?? {})[0],
  };
};

test('what is still broken is told when office hours begin, and only then', () => {
  // A Monday morning, in office hours: it begins the same evening.
  const { recurring, holidays, bridges } = downtimes('2026-11-23T10:00:00+08:00', ['2026-12-25']);
  expect(recurring).toMatchObject([
    {
      scope: '*',
      monitor_identifier: { monitor_tags: ['pipeline:x'] },
      display_timezone: 'Asia/Kuala_Lumpur',
      notify_end_states: ['alert', 'no data', 'warn'],
      notify_end_types: ['expired'],
      recurring_schedule: {
        timezone: 'Asia/Kuala_Lumpur',
        recurrence: [
          {
            rrule: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU,WE,TH',
            duration: '15h',
            start: '2026-11-23T18:00:00',
          },
          { rrule: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=FR', duration: '63h', start: '2026-11-27T18:00:00' },
        ],
      },
    },
  ]);
  expect(holidays).toMatchObject([
    {
      one_time_schedule: { start: '2026-12-24T16:00:00Z', end: '2026-12-25T16:00:00Z' },
      notify_end_states: [],
      notify_end_types: [],
    },
  ]);
  expect(bridges).toEqual([]);
});

test('a bridge that begins later has a beginning, and one that has begun has none', () => {
  // Christmas is a Friday: the recurring downtime begins on Monday, and the holiday's ends before the weekend.
  const weekend = { start: '2026-12-25T16:00:00Z', end: '2026-12-28T01:00:00Z' };
  const times = (asOf: string, found: object) =>
    expect(downtimes(asOf, ['2026-12-25']).bridges).toEqual([
      expect.objectContaining({ id: 'until-2026-12-28-0900', one_time_schedule: found }),
    ]);
  times('2026-12-25T10:00:00+08:00', weekend);
  times('2026-12-26T10:00:00+08:00', { end: weekend.end });
});

test('a first deploy on Friday evening is held until Monday, and told then', () => {
  const { recurring, bridges } = downtimes('2026-11-27T20:00:00+08:00', []);
  expect(bridges).toEqual([
    expect.objectContaining({
      id: 'until-2026-11-30-0900',
      // It has begun, so that it has no beginning: Datadog refuses one in the past.
      one_time_schedule: { end: '2026-11-30T01:00:00Z' },
      notify_end_states: ['alert', 'no data', 'warn'],
    }),
  ]);
  expect(recurring).toMatchObject([
    {
      recurring_schedule: {
        recurrence: [{ start: '2026-11-30T18:00:00' }, { start: '2026-12-04T18:00:00' }],
      },
    },
  ]);
});

test("today's holiday has no beginning of its own: Datadog refuses one in the past", () => {
  const [today] = downtimes('2026-12-25T00:00:00+08:00', ['2026-12-25']).holidays;
  expect(today?.['one_time_schedule']).toEqual({ end: '2026-12-25T16:00:00Z' });
});

test('the beginning moves from day to day and is not compared; a change of hours replaces the downtime', () => {
  const monday = downtimes('2026-11-23T00:00:00+08:00', []);
  const tuesday = downtimes('2026-11-24T00:00:00+08:00', []);
  expect(monday.recurring[0]?.['lifecycle']).toEqual({
    ignore_changes: ['recurring_schedule.recurrence[0].start', 'recurring_schedule.recurrence[1].start'],
    replace_triggered_by: [expect.stringMatching(/^terraform_data\./)],
  });
  expect(tuesday.hours).toEqual(monday.hours);
  expect(downtimes('2026-11-23T00:00:00+08:00', [], '17:00').hours).not.toEqual(monday.hours);
});

test('where the clocks change, nights end early and silently, and mornings are their own', () => {
  // At night: they begin with the next evening, Monday's.
  const { recurring } = downtimes('2026-11-23T05:00:00Z', [], '18:00', 'Europe/London');
  const [mornings, nights] = recurring;
  expect(nights).toMatchObject({
    notify_end_states: [],
    notify_end_types: [],
    recurring_schedule: {
      recurrence: [
        { rrule: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU,WE,TH', duration: '13h' },
        { rrule: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=FR', duration: '61h', start: '2026-11-27T18:00:00' },
      ],
    },
  });
  const rule = 'FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU,WE,TH,FR';
  expect(mornings).toMatchObject({
    notify_end_types: ['expired'],
    recurring_schedule: { recurrence: [{ rrule: rule, duration: '4h', start: '2026-11-24T05:00:00' }] },
  });
});

describe('minutes that were wrong', () => {
  const LONDON: Office = {
    timeZone: 'Europe/London',
    week: [1, 2, 3, 4, 5],
    from: '09:00',
    until: '18:00',
    holidays: [],
  };
  const KL = { ...LONDON, timeZone: 'Asia/Kuala_Lumpur' };
  const wrong = (office: Office, all: readonly Downtime[], from: string, until: string) =>
    wrongMinutes(office, all, { from: Temporal.Instant.from(from), until: Temporal.Instant.from(until) });

  /** The weekend in one piece, as it was, with whatever else. */
  const inOnePiece = (start: string): Downtime => {
    const [first] = plannedDowntimes(KL, Temporal.Instant.from('2026-08-03T04:00:00Z'));
    if (first?.time.kind !== 'recurring') throw new Error('no recurring downtime');
    const recurrences = first.time.recurrences.map((each) => ({
      ...each,
      start: Temporal.PlainDateTime.from(start),
    }));
    return { ...first, time: { ...first.time, timeZone: 'Europe/London', recurrences } };
  };

  test('a weekend of 63 hours in London is an hour off, in one way of counting', () => {
    const weekend = [inOnePiece('2026-10-01T18:00')];
    expect(wrong(LONDON, weekend, '2026-10-25T12:00:00Z', '2026-10-26T12:00:00Z')).toEqual([
      '2026-10-26T08:00:00+00:00[Europe/London] not held by elapsed',
      '2026-10-26T08:01:00+00:00[Europe/London] not held by elapsed',
      '2026-10-26T08:59:00+00:00[Europe/London] not held by elapsed',
    ]);
    expect(wrong(LONDON, weekend, '2027-03-28T12:00:00Z', '2027-03-29T12:00:00Z')).toEqual([
      '2027-03-29T09:00:00+01:00[Europe/London] held by elapsed',
      '2027-03-29T09:01:00+01:00[Europe/London] held by elapsed',
      '2027-03-29T09:59:00+01:00[Europe/London] held by elapsed',
    ]);
  });

  test.each([
    ['2026-10-16T11:00:00Z', '2026-10-27T12:00:00Z'],
    ['2027-03-19T11:00:00Z', '2027-03-30T12:00:00Z'],
  ])('no longer: %s', (asOf, until) => {
    const planned = plannedDowntimes(LONDON, Temporal.Instant.from(asOf));
    expect(wrong(LONDON, planned, asOf, until)).toEqual([]);
    // Nights and mornings alone do it.
    expect(planned.map(({ time }) => time.kind)).toEqual(['recurring', 'recurring']);
  });

  test.each([
    ['a first deploy on a Friday', KL, '2026-11-27T00:00:00+08:00'],
    ['one working day a week', { ...KL, week: [1] as const }, '2026-11-27T00:00:00+08:00'],
    ['a holiday before the weekend', { ...KL, holidays: ['2026-12-25'] }, '2026-12-24T20:00:00+08:00'],
    ['two holidays in a row', { ...KL, holidays: ['2026-12-24', '2026-12-25'] }, '2026-12-23T20:00:00+08:00'],
    ['after office hours', KL, '2026-11-25T18:00:00+08:00'],
  ])('%s', (_, office, asOf) => {
    const planned = plannedDowntimes(office, Temporal.Instant.from(asOf));
    expect(wrong(office, planned, asOf, '2027-01-15T00:00:00Z')).toEqual([]);
  });

  test('a night that would begin in a half hour that the clocks skip', () => {
    // In Nuuk the clocks go from 23:00 to midnight on Saturday, 28 March 2026.
    const nuuk = { ...KL, timeZone: 'America/Nuuk', week: [1, 3, 6] as const, from: '03:00', until: '23:30' };
    const asOf = '2026-03-10T12:00:00Z';
    const planned = plannedDowntimes(nuuk, Temporal.Instant.from(asOf));
    expect(wrong(nuuk, planned, asOf, '2026-04-05T00:00:00Z')).toEqual([]);
    const nights = planned.filter(({ time }) => time.kind === 'recurring');
    // The change itself ends office hours; by elapsed time the night begins half an hour later, by wall time not at all.
    const unheld = wrong(nuuk, nights, '2026-03-28T12:00:00Z', '2026-03-30T00:00:00Z');
    expect(unheld).toContain('2026-03-29T00:00:00-01:00[America/Nuuk] not held by elapsed');
    expect(unheld).not.toContain('2026-03-29T00:30:00-01:00[America/Nuuk] not held by elapsed');
    expect(unheld).toContain('2026-03-29T00:00:00-01:00[America/Nuuk] not held by wall-clock');
  });

  test('other office hours: the recurring downtime that is new is bridged until it has begun', () => {
    const changed = { ...KL, until: '17:00' };
    const asOf = Temporal.Instant.from('2026-11-27T17:30:00+08:00');
    // The old one is gone, and the new one begins on Monday.
    expect(wrong(changed, plannedDowntimes(changed, asOf), `${asOf}`, '2026-12-08T00:00:00Z')).toEqual([]);
  });

  test('two deploys: the second one builds on the recurring downtime of the first', () => {
    const [first, second] = ['2026-11-26T10:00:00+08:00', '2026-11-27T10:00:00+08:00'].map((asOf) =>
      plannedDowntimes(KL, Temporal.Instant.from(asOf)),
    );
    const both = afterBoth(first ?? [], second ?? []);
    expect(both.map(({ time }) => time.kind)).toEqual(['recurring']);
    expect(wrong(KL, both, '2026-11-27T02:00:00Z', '2026-12-08T00:00:00Z')).toEqual([]);
  });

  test('both ways of counting are asked', () => {
    expect(WAYS).toEqual(['elapsed', 'wall-clock']);
  });
});

describe('refuses', () => {
  const hours = (changes: Partial<OfficeHours>): OfficeHours => ({
    workingWeek: [1, 2, 3, 4, 5],
    from: Temporal.PlainTime.from('09:00'),
    until: Temporal.PlainTime.from('18:00'),
    ...changes,
  });
  const christmas = Temporal.PlainDate.from('2026-12-25');
  const asOf = Temporal.Instant.from('2026-11-23T00:00:00Z');

  test.each<[Partial<OfficeHoursDowntimeProps>, string]>([
    [{ monitorTags: [] }, "'monitorTags' must not be empty"],
    [
      { officeHours: hours({ workingWeek: [] }) },
      "'workingWeek' ([]) must be different weekdays from 1 to 7",
    ],
    [{ officeHours: hours({ workingWeek: [1, 1] }) }, "'workingWeek' ([1, 1]) must be different weekdays"],
    [
      { officeHours: hours({ until: Temporal.PlainTime.from('09:00') }) },
      "'officeHours': 'until' (09:00:00) must be after 'from' (09:00:00)",
    ],
    [{ holidays: [christmas, christmas] }, "'holidays' (2026-12-25) must list each day once"],
    [{ horizon: asOf }, "'horizon' (2026-11-23T00:00:00Z) must be after 'asOf' (2026-11-23T00:00:00Z)"],
  ])('%j', (changes, message) => {
    const props = {
      monitorTags: ['pipeline:x'],
      officeHours: hours({}),
      timeZone: 'Asia/Kuala_Lumpur',
      asOf,
    };
    const build = () =>
      synthesized((stack) => new OfficeHoursDowntime(stack, 'hours', { ...props, ...changes }));
    expect(build).toThrow(message);
  });
});

test('the recurring downtimes are replaced when their hours, tags or words change: nights and mornings alike', () => {
  const common = { until: '18:00', monitorTags: ['pipeline:x'], message: 'Held until office hours begin' };
  const { hours, recurring } = downtimes('2026-11-23T10:00:00+08:00', []);
  expect(hours).toMatchObject({
    triggers_replace: {
      ...common,
      timeZone: 'Asia/Kuala_Lumpur',
      stretches: ['FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU,WE,TH 15h', 'FREQ=WEEKLY;INTERVAL=1;BYDAY=FR 63h'],
    },
  });
  expect(hours?.['triggers_replace']).not.toHaveProperty('nights');
  expect(recurring).toMatchObject([
    { message: 'Held until office hours begin', mute_first_recovery_notification: false },
  ]);
  // Where clocks change, the last four hours before the office opens are pieces of their own, and a night ends two early.
  expect(downtimes('2026-11-23T10:00:00+01:00', [], '18:00', 'Europe/Berlin').hours).toMatchObject({
    triggers_replace: {
      ...common,
      timeZone: 'Europe/Berlin',
      stretches: ['FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU,WE,TH,FR 4h at 05:00:00'],
      nights: ['FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU,WE,TH 13h', 'FREQ=WEEKLY;INTERVAL=1;BYDAY=FR 61h'],
    },
  });
});
