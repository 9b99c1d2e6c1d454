import { absences } from '../../src/roster';
import { AwayTimes } from '../../src/roster/awayTimes';
import { catalogOf, instant, local, present } from './fixture';

const CATALOG = catalogOf({
  people: { aidil: [], thiru: [] },
  leave: [
    { person: 'aidil', from: '2026-01-20T10:00', until: '2026-01-20T11:00' },
    { person: 'aidil', from: '2026-01-05', until: '2026-01-09' },
    { person: 'aidil', from: '2026-01-06', until: '2026-01-07' }, // inside the first
    { person: 'aidil', from: '2026-01-10', until: '2026-01-10' }, // meets it
    { person: 'aidil', from: '2026-01-15T12:00', until: '2026-01-15T12:00' }, // empty
  ],
});
const AWAY = new AwayTimes(absences(CATALOG));
const AIDIL = present(CATALOG.people[0]);

test.each([
  ['2026-01-01', '2026-01-05T00:00 2026-01-11T00:00 3'],
  ['2026-01-05', '2026-01-05T00:00 2026-01-11T00:00 3'],
  ['2026-01-10T23:59', '2026-01-05T00:00 2026-01-11T00:00 3'],
  ['2026-01-11', '2026-01-20T10:00 2026-01-20T11:00 1'],
  ['2026-01-20T11:00', undefined],
])('at %s the running or next away time is %s', (at, expected) => {
  const time = AWAY.runningOrNext(AIDIL, instant(at));
  expect(time && `${local(time.from)} ${local(time.until)} ${time.absences.length}`).toBe(expected);
});

test('somebody without absences is never away', () => {
  expect(AWAY.runningOrNext(present(CATALOG.people[1]), instant('2026-01-05'))).toBeUndefined();
});

test('times are joined once, on first use, and those of an agreed cover once more', () => {
  const at = instant('2026-01-05');
  expect(AWAY.runningOrNext(AIDIL, at)).toBe(AWAY.runningOrNext(AIDIL, at));
  expect(AWAY.agreedRunningOrNext(AIDIL, at)).toBe(AWAY.agreedRunningOrNext(AIDIL, at));
});
