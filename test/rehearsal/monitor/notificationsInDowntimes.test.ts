import type { Downtime } from '../../../src/deployment';
import { notificationsOf } from '../../../src/rehearsal';
import {
  at,
  BAD,
  downtime,
  held,
  monitor,
  mute,
  once,
  recurring,
  silentEnd,
  span,
  timeText,
  told,
  toldLines,
} from './fixture';

describe('a downtime from 07:00 to 09:00', () => {
  const downtimes = [mute('07:00', '09:00')];

  test('that begins after an alert: it is told again at the end', () => {
    expect(told({ '06:30': 11, '10:00': 0 }, '10:30', { downtimes })).toEqual([
      '06:34 alert',
      '09:00 alert again',
      '10:00 recovery',
    ]);
  });

  test('in which what was told before recovers: it is told at once', () => {
    expect(told({ '06:30': 11, '08:00': 0 }, '10:30', { downtimes })).toEqual([
      '06:34 alert',
      '08:00 recovery',
    ]);
  });

  test('in which it recovers and goes bad again: the second recovery is not told', () => {
    expect(told({ '06:30': 11, '08:00': 0, '08:10': 11, '08:20': 0 }, '10:30', { downtimes })).toEqual([
      '06:34 alert',
      '08:00 recovery',
    ]);
  });

  test('in which it goes bad and well: nothing is told', () => {
    expect(told({ '08:00': 11, '08:30': 0 }, '10:30', { downtimes })).toEqual([]);
  });

  test('in which it goes bad and stays so: it is told at the end', () => {
    expect(told({ '08:00': 11, '10:00': 0 }, '10:30', { downtimes })).toEqual([
      '09:00 alert',
      '10:00 recovery',
    ]);
  });

  test('in which an alert becomes silence: silence is told at the end', () => {
    expect(told({ '06:30': 11, '08:00': '-', '10:00': 0 }, '10:30', { downtimes })).toEqual([
      '06:34 alert',
      '09:00 no data',
      '10:00 recovery',
    ]);
  });

  test('at whose end it goes bad: it is told once', () => {
    // Five bad points from 08:56 to 09:00.
    expect(told({ '08:56': 11 }, '09:30', { downtimes })).toEqual(['09:00 alert']);
  });

  test('at whose end it recovers: what was never told, and what was', () => {
    expect(told({ '08:00': 11, '09:00': 0 }, '09:30', { downtimes })).toEqual(['09:00 recovery']);
    expect(told({ '06:30': 11, '09:00': 0 }, '09:30', { downtimes })).toEqual([
      '06:34 alert',
      '09:00 recovery',
    ]);
  });

  test('whose end tells nothing: the recovery after it is told, the alert never was', () => {
    const silent = [mute('07:00', '09:00', silentEnd)];
    expect(told({ '08:00': 11, '10:00': 0 }, '10:30', { downtimes: silent })).toEqual(['10:00 recovery']);
    expect(told({ '08:00': 11, '08:30': 0 }, '10:30', { downtimes: silent })).toEqual([]);
  });

  test.each<[string, Partial<Downtime>]>([
    ['no state', { notifyEndStates: [] }],
    ['another state', { notifyEndStates: ['no data', 'warn'] }],
    ['no kind of end', { notifyEndTypes: [] }],
    ['a cancellation only', { notifyEndTypes: ['canceled'] }],
  ])('whose end tells %s: an alert is not told', (_, changes) => {
    expect(told(BAD, '09:30', { downtimes: [mute('07:00', '09:00', changes)] })).toEqual([]);
  });

  test('with mute_first_recovery_notification: no recovery is told in it, also where only one of two says so', () => {
    const first = mute('07:00', '09:00', { mutesFirstRecovery: true });
    expect(told({ '06:30': 11, '08:00': 0 }, '10:30', { downtimes: [first] })).toEqual(['06:34 alert']);
    expect(told({ '06:30': 11, '08:00': 0 }, '10:30', { downtimes: [...downtimes, first] })).toEqual([
      '06:34 alert',
    ]);
    expect(told({ '06:30': 11, '10:00': 0 }, '10:30', { downtimes: [first] })).toEqual([
      '06:34 alert',
      '09:00 alert again',
      '10:00 recovery',
    ]);
  });

  test('what is shown only is not told at its end either', () => {
    const of = monitor({ options: { onMissingData: 'show_no_data' } });
    expect(told({ '08:00': '-' }, '09:30', { of, downtimes })).toEqual([]);
  });
});

describe('two downtimes', () => {
  test('that overlap: it is told when the last one ends, by what the last one says', () => {
    const both = [mute('07:00', '09:00'), mute('08:30', '10:00')];
    expect(told(BAD, '10:30', { downtimes: both })).toEqual(['10:00 alert']);
    const lastIsSilent = [mute('07:00', '09:00'), mute('08:30', '10:00', silentEnd)];
    expect(told(BAD, '10:30', { downtimes: lastIsSilent })).toEqual([]);
    const firstIsSilent = [mute('07:00', '09:00', silentEnd), mute('08:30', '10:00')];
    expect(told(BAD, '10:30', { downtimes: firstIsSilent })).toEqual(['10:00 alert']);
  });

  test('that end together: it is told once', () => {
    expect(told(BAD, '09:30', { downtimes: [mute('07:00', '09:00'), mute('07:30', '09:00')] })).toEqual([
      '09:00 alert',
    ]);
  });

  test('one after the other: nothing is told between them', () => {
    expect(told(BAD, '10:30', { downtimes: [mute('07:00', '09:00'), mute('09:00', '10:00')] })).toEqual([
      '10:00 alert',
    ]);
  });
});

test('a downtime of another monitor holds nothing', () => {
  const downtimes = [mute('07:00', '09:00', { monitors: { monitor: 'datadog_monitor.other' } })];
  expect(told(BAD, '09:30', { downtimes })).toEqual(['08:04 alert']);
});

describe('office hours in Kuala Lumpur, with a holiday', () => {
  const nights = downtime(
    recurring(
      'Asia/Kuala_Lumpur',
      '2026-11-02T18:00 PT15H FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU,WE,TH',
      '2026-11-06T18:00 PT63H FREQ=WEEKLY;INTERVAL=1;BYDAY=FR',
    ),
  );
  /** Wednesday 25 November, a whole local day: its end tells nothing, because a night goes on. */
  const holiday = downtime(once('2026-11-24T16:00', '2026-11-25T16:00'), {
    key: 'datadog_downtime_schedule.holiday',
    notifyEndStates: [],
    notifyEndTypes: [],
  });
  const of = (badFrom: string, until: string) => {
    const wellFrom = timeText(at(badFrom).subtract({ minutes: 30 }));
    const points = held({ [wellFrom]: 0, [badFrom]: 11 }, until);
    return toldLines(notificationsOf(monitor(), [nights, holiday], [points], span(wellFrom, until)));
  };

  test('Monday noon is told at once', () => {
    expect(of('04:00', '05:00')).toEqual(['04:04 alert']);
  });

  test('Monday evening is told on Tuesday at 09:00', () => {
    expect(of('11:00', '2026-11-24T01:10')).toEqual(['2026-11-24T01:00 alert']);
  });

  test('Tuesday evening is told on Thursday at 09:00: the night ends in the holiday, the holiday in a night', () => {
    expect(of('2026-11-24T11:00', '2026-11-26T01:10')).toEqual(['2026-11-26T01:00 alert']);
  });

  test('Wednesday noon, the holiday, is told on Thursday at 09:00', () => {
    expect(of('2026-11-25T04:00', '2026-11-26T01:10')).toEqual(['2026-11-26T01:00 alert']);
  });

  test('Friday evening is told on Monday at 09:00', () => {
    expect(of('2026-11-27T11:00', '2026-11-30T01:10')).toEqual(['2026-11-30T01:00 alert']);
  });
});
