import { Temporal } from 'temporal-polyfill';
import { notificationsOf } from '../../../src/rehearsal';
import { type Office, plannedDowntimes } from '../../constructs/heldTime';
import { held, monitor, span, timeText, toldLines } from './fixture';

/** What is told of a state that is bad from a time on (UTC), where the downtimes were planned on Monday 23 November. */
function told(office: Office, badFrom: string, until: string): string[] {
  const downtimes = plannedDowntimes(office, Temporal.Instant.from('2026-11-23T04:00:00Z'));
  const wellFrom = timeText(Temporal.Instant.from(`${badFrom}Z`).subtract({ minutes: 30 }));
  const points = held({ [wellFrom]: 0, [badFrom]: 11 }, until);
  return toldLines(notificationsOf(monitor(), downtimes, [points], span(wellFrom, until)));
}

const KL: Office = {
  timeZone: 'Asia/Kuala_Lumpur',
  week: [1, 2, 3, 4, 5],
  from: '09:00',
  until: '18:00',
  holidays: [],
};
const LONDON = { ...KL, timeZone: 'Europe/London' };

test('over a holiday before a weekend: once, on Monday', () => {
  const friday = { ...KL, holidays: ['2026-11-27'] };
  expect(told(friday, '2026-11-26T12:00', '2026-11-30T02:00')).toEqual(['2026-11-30T01:00 alert']);
  expect(told(friday, '2026-11-27T04:00', '2026-11-30T02:00')).toEqual(['2026-11-30T01:00 alert']);
});

test('over two holidays in a row, and over one after a weekend', () => {
  const two = { ...KL, holidays: ['2026-11-25', '2026-11-26'] };
  expect(told(two, '2026-11-24T12:00', '2026-11-27T02:00')).toEqual(['2026-11-27T01:00 alert']);
  const monday = { ...KL, holidays: ['2026-11-30'] };
  expect(told(monday, '2026-11-27T12:00', '2026-12-01T02:00')).toEqual(['2026-12-01T01:00 alert']);
});

test('where a night and a morning are two pieces: once, when office hours begin', () => {
  expect(told(LONDON, '2026-11-24T20:00', '2026-11-25T10:00')).toEqual(['2026-11-25T09:00 alert']);
  expect(told(LONDON, '2026-11-28T12:00', '2026-11-30T10:00')).toEqual(['2026-11-30T09:00 alert']);
  const holiday = { ...LONDON, holidays: ['2026-11-25'] };
  expect(told(holiday, '2026-11-24T20:00', '2026-11-26T10:00')).toEqual(['2026-11-26T09:00 alert']);
});
