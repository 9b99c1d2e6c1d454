import type { Downtime } from '../../../src/deployment';
import { holdDisagreements } from '../../../src/rehearsal';
import { downtime, monitor, once, recurring, span, timeText } from './fixture';

/** Office hours of Monday 23 November 2026 and of Tuesday. */
const OPEN = [span('09:00', '18:00'), span('2026-11-24T09:00', '2026-11-24T18:00')];
const WHOLE = span('00:00', '2026-11-25T00:00');

const lines = (downtimes: readonly Downtime[], open = OPEN, whole = WHOLE) =>
  holdDisagreements(monitor(), downtimes, open, whole).map(
    ({ from, until, isHeld, counting = 'both' }) =>
      `${timeText(from)} - ${timeText(until)} ${isHeld ? 'held' : 'open'} ${counting}`,
  );

const NIGHTS = recurring('Etc/UTC', '2026-11-22T18:00 PT15H FREQ=DAILY;INTERVAL=1');

test('nights that are held, and office hours that are not', () => {
  expect(lines([downtime(NIGHTS)])).toEqual([]);
});

test('without any downtime, all outside office hours is wrong', () => {
  expect(lines([])).toEqual([
    '00:00 - 09:00 open both',
    '18:00 - 2026-11-24T09:00 open both',
    '2026-11-24T18:00 - 2026-11-25T00:00 open both',
  ]);
});

test('one that begins late, and one that lasts into office hours', () => {
  expect(lines([downtime(NIGHTS), downtime(once('08:00', '09:20'))])).toEqual(['09:00 - 09:20 held both']);
  expect(
    lines([downtime(once('18:10', '2026-11-24T09:00'))], OPEN, span('10:00', '2026-11-24T10:00')),
  ).toEqual(['18:00 - 18:10 open both']);
});

test('two downtimes that meet hold what one would', () => {
  const [evening, morning] = [once('18:00', '23:00'), once('23:00', '2026-11-24T09:00')];
  expect(lines([downtime(evening), downtime(morning)], OPEN, span('10:00', '2026-11-24T10:00'))).toEqual([]);
});

test('where the clocks change, one way of counting is an hour off', () => {
  // London, from Friday 18:00 until Monday 09:00: 10:00 by elapsed time on 29 March 2027, in summer time.
  const weekend = recurring('Europe/London', '2027-03-26T18:00 PT63H FREQ=WEEKLY;INTERVAL=1;BYDAY=FR');
  const open = [span('2027-03-29T08:00', '2027-03-29T17:00')];
  expect(lines([downtime(weekend)], open, span('2027-03-28T12:00', '2027-03-29T12:00'))).toEqual([
    '2027-03-29T08:00 - 2027-03-29T09:00 held elapsed',
  ]);
  // 08:00 by elapsed time on 26 October 2026, in winter time.
  const autumn = recurring('Europe/London', '2026-10-23T18:00 PT63H FREQ=WEEKLY;INTERVAL=1;BYDAY=FR');
  const then = [span('2026-10-26T09:00', '2026-10-26T18:00')];
  expect(lines([downtime(autumn)], then, span('2026-10-25T12:00', '2026-10-26T12:00'))).toEqual([
    '2026-10-26T08:00 - 2026-10-26T09:00 open elapsed',
  ]);
});

test('what is wrong in one stretch is one, however many downtimes make it; what is wrong otherwise is another', () => {
  const wrong = [downtime(NIGHTS), downtime(once('09:00', '10:00')), downtime(once('10:00', '11:00'))];
  expect(lines(wrong)).toEqual(['09:00 - 11:00 held both']);
  const tooEarly = [downtime(once('17:00', '18:00'))];
  expect(lines(tooEarly, OPEN, span('10:00', '2026-11-24T09:00'))).toEqual([
    '17:00 - 18:00 held both',
    '18:00 - 2026-11-24T09:00 open both',
  ]);
});

test('what is before or after the span does not count', () => {
  expect(lines([], OPEN, span('19:00', '20:00'))).toEqual(['19:00 - 20:00 open both']);
});

describe('the weekend in which London puts its clocks forward, from Friday 18:00 for 63 hours', () => {
  // Until 08:00 UTC by wall time, and until 09:00 by elapsed time.
  const weekend = recurring('Europe/London', '2027-03-26T18:00 PT63H FREQ=WEEKLY;INTERVAL=1;BYDAY=FR');
  const noons = span('2027-03-28T12:00', '2027-03-29T12:00');
  const wrong = (from: string) => lines([downtime(weekend)], [span(from, '2027-03-29T17:00')], noons);

  test('an office that opens when elapsed time ends it', () => {
    expect(wrong('2027-03-29T09:00')).toEqual(['2027-03-29T08:00 - 2027-03-29T09:00 open wall-clock']);
  });

  test('one that opens between the two, in order of time', () => {
    expect(wrong('2027-03-29T08:30')).toEqual([
      '2027-03-29T08:00 - 2027-03-29T08:30 open wall-clock',
      '2027-03-29T08:30 - 2027-03-29T09:00 held elapsed',
    ]);
  });

  test('one that is open all the time: both are wrong, and end at different times', () => {
    expect(wrong('2027-03-28T00:00')).toEqual([
      '2027-03-28T12:00 - 2027-03-29T09:00 held elapsed',
      '2027-03-28T12:00 - 2027-03-29T08:00 held wall-clock',
    ]);
  });
});
