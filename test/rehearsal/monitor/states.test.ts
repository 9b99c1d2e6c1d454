import type { MissingData } from '../../../src/deployment';
import { statesOf } from '../../../src/rehearsal';
import { held, monitor, series, span, stateLines } from './fixture';

const day = span('08:00', '2026-11-25T08:00');

test('it alerts once every point of five minutes is over, and recovers with the first that is not', () => {
  const points = held({ '07:30': 0, '08:10': 11, '08:30': 10 }, '08:40');
  const states = statesOf(monitor(), [points], span('08:00', '08:40'));
  // 08:14 is the first minute whose five points, 08:10 to 08:14, are all over.
  expect(stateLines(states)).toEqual(['08:00 ok', '08:14 alert', '08:30 ok']);
  expect(states.map(({ value }) => value)).toEqual([0, 11, 10]);
});

test('one point that is not over begins the five minutes anew', () => {
  const points = series('08:00', '11 11 11 11 0 11 11 11 11 11 11');
  expect(stateLines(statesOf(monitor(), [points], span('08:04', '08:11')))).toEqual([
    '08:04 ok',
    '08:09 alert',
  ]);
});

test('a hole does not: the points that are there are all over', () => {
  const points = series('08:00', '0 11 11 - 11 11 11');
  expect(stateLines(statesOf(monitor(), [points], span('08:00', '08:07')))).toEqual([
    '08:00 ok',
    '08:05 alert',
  ]);
});

test('with any point of the window it alerts at the first, and recovers when the last has left', () => {
  const any = monitor({ query: monitor().query.replace('min(', 'max(') });
  const points = series('08:00', '0 11 0 0 0 0 0 0');
  expect(stateLines(statesOf(any, [points], span('08:00', '08:08')))).toEqual([
    '08:00 ok',
    '08:01 alert',
    '08:06 ok',
  ]);
});

test('stretches are consecutive and cover the span', () => {
  const points = held({ '07:30': 0, '08:10': 11, '08:30': '-', '09:00': 0 }, '09:10');
  const states = statesOf(monitor(), [points], span('08:00', '09:10'));
  expect(states.at(0)?.from).toEqual(span('08:00', '09:10').from);
  expect(states.at(-1)?.until).toEqual(span('08:00', '09:10').until);
  for (const [index, { from, state }] of states.slice(1).entries()) {
    expect(from).toEqual(states[index]?.until);
    expect(state).not.toBe(states[index]?.state);
  }
});

/** Over since 07:00, silent from 08:30 on, back and well at 09:00: the last point leaves the window at 08:34. */
test.each<[MissingData | undefined, string[]]>([
  ['show_and_notify_no_data', ['08:00 alert', '08:34 no data', '09:00 ok']],
  ['show_no_data', ['08:00 alert', '08:34 no data', '09:00 ok']],
  ['resolve', ['08:00 alert', '08:34 ok']],
  ['default', ['08:00 alert', '09:00 ok']],
  [undefined, ['08:00 alert', '09:00 ok']],
])('silence of an alert where on_missing_data is %s', (onMissingData, expected) => {
  const { options, ...rest } = monitor();
  const { onMissingData: _, ...others } = options;
  const silent = { ...rest, options: onMissingData === undefined ? others : { ...others, onMissingData } };
  const points = held({ '07:00': 11, '08:30': '-', '09:00': 0 }, '09:10');
  expect(stateLines(statesOf(silent, [points], span('08:00', '09:10')))).toEqual(expected);
});

test('silence of a monitor that was well stays well by default', () => {
  const points = held({ '07:00': 0, '08:30': '-', '09:00': 0 }, '09:10');
  const byDefault = monitor({ options: { onMissingData: 'default' } });
  expect(stateLines(statesOf(byDefault, [points], span('08:00', '09:10')))).toEqual(['08:00 ok']);
});

test('data that comes back bad alerts at once: the points that are there are all over', () => {
  const points = held({ '07:00': 0, '08:30': '-', '09:00': 11 }, '09:10');
  expect(stateLines(statesOf(monitor(), [points], span('08:00', '09:10')))).toEqual([
    '08:00 ok',
    '08:34 no data',
    '09:00 alert',
  ]);
});

test('a monitor whose series has never reported misses nothing', () => {
  expect(stateLines(statesOf(monitor(), [], span('08:00', '09:00')))).toEqual(['08:00 ok']);
  const others = series('07:00', '11 11 11 11 11 11', ['pipeline:profit']);
  expect(stateLines(statesOf(monitor(), [others], span('07:00', '09:00')))).toEqual(['07:00 ok']);
  const later = series('08:20', '11');
  expect(stateLines(statesOf(monitor(), [later], span('08:00', '08:30')))).toEqual([
    '08:00 ok',
    '08:20 alert',
    '08:25 no data',
  ]);
});

test('what reported before the span is missed in it', () => {
  expect(stateLines(statesOf(monitor(), [series('07:00', '0')], span('08:00', '08:30')))).toEqual([
    '08:00 no data',
  ]);
});

test.each<[MissingData, string]>([
  ['show_and_notify_no_data', '08:34 no data'],
  ['default', ''],
])(
  'timeout_h resolves 24 hours after the last minute with data, where on_missing_data is %s',
  (onMissingData, silence) => {
    const timed = monitor({ options: { onMissingData, timeoutHours: 24 } });
    const points = held({ '07:00': 11 }, '08:30');
    // 08:33 is the last minute whose window has a point.
    expect(stateLines(statesOf(timed, [points], day))).toEqual([
      '08:00 alert',
      ...(silence === '' ? [] : [silence]),
      '2026-11-24T08:33 ok',
    ]);
  },
);

test('one minute less than 24 hours of silence does not resolve', () => {
  const timed = monitor({ options: { timeoutHours: 24 } });
  const points = held({ '07:00': 11 }, '08:30');
  expect(stateLines(statesOf(timed, [points], span('08:00', '2026-11-24T08:33')))).toEqual([
    '08:00 alert',
    '08:34 no data',
  ]);
});

test('data that returns after the timeout, still bad, alerts again', () => {
  const timed = monitor({ options: { timeoutHours: 1 } });
  const points = held({ '07:00': 11, '08:30': '-', '10:00': 11 }, '10:10');
  expect(stateLines(statesOf(timed, [points], span('08:00', '10:10')))).toEqual([
    '08:00 alert',
    '08:34 no data',
    '09:33 ok',
    '10:00 alert',
  ]);
});

test('data that returns before the timeout sets it back', () => {
  const timed = monitor({ options: { timeoutHours: 1 } });
  const points = held({ '07:00': 11, '08:00': '-', '08:50': 11, '08:51': '-' }, '10:10');
  expect(stateLines(statesOf(timed, [points], span('08:00', '10:10')))).toEqual([
    '08:00 alert',
    '08:04 no data',
    '08:50 alert',
    '08:55 no data',
    '09:54 ok',
  ]);
});

test('a monitor that waits for full windows is not understood', () => {
  const waits = monitor({ options: { requireFullWindow: true } });
  expect(() => statesOf(waits, [], span('08:00', '09:00'))).toThrow(
    'datadog_monitor.lag require_full_window: the rehearsal can only play monitors that do not require a full window',
  );
});
