import type { Monitor } from '../../../src/deployment';
import { notificationsOf } from '../../../src/rehearsal';
import { BAD, held, monitor, mute, type Story, silentEnd, span, told, toldLines } from './fixture';

test('an alert and its recovery, to the service and with the value', () => {
  const points = held({ '07:00': 0, '08:00': 11, '08:30': 3 }, '09:00');
  const all = notificationsOf(monitor(), [], [points], span('07:10', '09:00'));
  expect(toldLines(all)).toEqual(['08:04 alert', '08:30 recovery']);
  expect(all.map(({ value, services, emails }) => ({ value, services, emails }))).toEqual([
    { value: 11, services: ['growth'], emails: [] },
    { value: 3, services: ['growth'], emails: [] },
  ]);
});

test('a monitor that is well tells nothing', () => {
  expect(told({}, '09:00')).toEqual([]);
});

test('alert, no data, well: each is told, the recovery once', () => {
  expect(told({ ...BAD, '08:30': '-', '09:00': 0 }, '09:30')).toEqual([
    '08:04 alert',
    '08:34 no data',
    '09:00 recovery',
  ]);
});

test('alert, no data, alert again', () => {
  expect(told({ ...BAD, '08:30': '-', '09:00': 11 }, '09:30')).toEqual([
    '08:04 alert',
    '08:34 no data',
    '09:00 alert',
  ]);
});

test('no data is shown and not told: an alert before it goes on', () => {
  const of = monitor({ options: { onMissingData: 'show_no_data' } });
  expect(told({ ...BAD, '08:30': '-', '09:00': 11 }, '09:30', { of })).toEqual(['08:04 alert']);
  expect(told({ ...BAD, '08:30': '-', '09:00': 0 }, '09:30', { of })).toEqual([
    '08:04 alert',
    '09:00 recovery',
  ]);
  expect(told({ '08:30': '-', '09:00': 0 }, '09:30', { of })).toEqual([]);
});

test('no data resolves where that is said, and timeout_h tells a recovery', () => {
  const resolving = monitor({ options: { onMissingData: 'resolve' } });
  expect(told({ ...BAD, '08:30': '-' }, '09:30', { of: resolving })).toEqual([
    '08:04 alert',
    '08:34 recovery',
  ]);
  const timed = monitor({ options: { timeoutHours: 1 } });
  expect(told({ ...BAD, '08:30': '-' }, '10:00', { of: timed })).toEqual([
    '08:04 alert',
    '08:34 no data',
    '09:33 recovery',
  ]);
});

describe('renotify_interval', () => {
  const of = (renotify: Monitor['options']['renotify']) =>
    monitor({ options: renotify === undefined ? {} : { renotify } });

  test('is counted from the last notification, in every state that is not well', () => {
    const story: Story = { ...BAD, '09:30': '-', '10:30': 0 };
    expect(told(story, '12:00', { of: of({ intervalMinutes: 40 }) })).toEqual([
      '08:04 alert',
      '08:44 alert again',
      '09:24 alert again',
      '09:34 no data',
      '10:14 no data again',
      '10:30 recovery',
    ]);
  });

  test('has states', () => {
    const story: Story = { ...BAD, '09:30': '-', '10:30': 0 };
    expect(told(story, '12:00', { of: of({ intervalMinutes: 40, statuses: ['no data', 'warn'] }) })).toEqual([
      '08:04 alert',
      '09:34 no data',
      '10:14 no data again',
      '10:30 recovery',
    ]);
  });

  test('has a number of times, in each state anew', () => {
    const story: Story = { ...BAD, '10:00': '-', '11:30': 0, '12:00': 11 };
    expect(told(story, '13:00', { of: of({ intervalMinutes: 15, occurrences: 2 }) })).toEqual([
      '08:04 alert',
      '08:19 alert again',
      '08:34 alert again',
      '10:04 no data',
      '10:19 no data again',
      '10:34 no data again',
      '11:30 recovery',
      '12:04 alert',
      '12:19 alert again',
      '12:34 alert again',
    ]);
  });

  test('never tells what is shown only', () => {
    const shown = monitor({ options: { onMissingData: 'show_no_data', renotify: { intervalMinutes: 15 } } });
    expect(told({ ...BAD, '08:30': '-' }, '09:30', { of: shown })).toEqual([
      '08:04 alert',
      '08:19 alert again',
    ]);
  });

  test('tells the escalation message to its own recipients', () => {
    const points = held({ '07:00': 0, '08:00': 11, '08:30': 0 }, '09:00');
    const escalating = of({
      intervalMinutes: 15,
      message: 'still late @pagerduty-lead @cto@xyz-tech.example',
    });
    const all = notificationsOf(escalating, [], [points], span('07:10', '09:00'));
    expect(all.map(({ occasion, services, emails }) => [occasion, ...services, ...emails])).toEqual([
      ['alert', 'growth'],
      ['alert', 'lead', 'cto@xyz-tech.example'],
      ['recovery', 'growth'],
    ]);
  });

  test('waits for the end of a downtime, and then from what was told at it', () => {
    const renotify = { intervalMinutes: 60 };
    const story = { ...BAD, '11:30': 0 };
    expect(told(story, '12:00', { of: of(renotify), downtimes: [mute('08:30', '09:20')] })).toEqual([
      '08:04 alert',
      '09:20 alert again',
      '10:20 alert again',
      '11:20 alert again',
      '11:30 recovery',
    ]);
    expect(
      told(story, '12:00', { of: of(renotify), downtimes: [mute('07:00', '09:20', silentEnd)] }),
    ).toEqual(['10:04 alert again', '11:04 alert again', '11:30 recovery']);
  });

  test('at the end of a downtime it is told once', () => {
    const downtimes = [mute('07:00', '09:04')];
    expect(told(BAD, '09:30', { of: of({ intervalMinutes: 60 }), downtimes })).toEqual(['09:04 alert']);
  });
});
