import { absences } from '../../src/roster';
import { catalogOf, type FixtureSpec, present } from './fixture';
import { MALAYSIA_2026 } from './malaysia';

/** A person's absences as `from until what`, in UTC. */
function of(person: string, spec: FixtureSpec): string[] {
  return present(absences(catalogOf(spec)).get(person)).map((absence) => {
    const what =
      absence.kind !== 'holiday'
        ? absence.kind
        : `${absence.holidays.map((holiday) => holiday.id).join('+')}${absence.replacement ? ' replaced' : ''}`;
    return `${absence.from} ${absence.until} ${what}`;
  });
}

test('leave and observed holidays with their replacement days, in order', () => {
  const spec = {
    people: { thiru: ['deepavali', 'thaipusam'], choo: [] },
    holidays: MALAYSIA_2026,
    leave: [
      { person: 'thiru', from: '2026-11-09', until: '2026-11-10' },
      { person: 'choo', from: '2026-11-12T14:00', until: '2026-11-13T09:00' },
      { person: 'thiru', from: '2026-05-04', until: '2026-05-04' },
    ],
  };
  // Kuala Lumpur is eight hours ahead of UTC.
  expect(of('thiru', spec)).toEqual([
    '2026-01-31T16:00:00Z 2026-02-01T16:00:00Z thaipusam',
    '2026-02-01T16:00:00Z 2026-02-02T16:00:00Z thaipusam replaced',
    '2026-05-03T16:00:00Z 2026-05-04T16:00:00Z leave',
    '2026-11-07T16:00:00Z 2026-11-08T16:00:00Z deepavali',
    '2026-11-08T16:00:00Z 2026-11-09T16:00:00Z deepavali replaced',
    '2026-11-08T16:00:00Z 2026-11-10T16:00:00Z leave',
  ]);
  expect(of('choo', spec)).toEqual(['2026-11-12T06:00:00Z 2026-11-13T01:00:00Z leave']);
});

test('both holidays of one day are one absence where both are observed', () => {
  const spec = { people: { a: ['thaipusam', 'federal-territory-day'] }, holidays: MALAYSIA_2026 };
  expect(of('a', spec)).toEqual([
    '2026-01-31T16:00:00Z 2026-02-01T16:00:00Z federal-territory-day+thaipusam',
    '2026-02-01T16:00:00Z 2026-02-02T16:00:00Z federal-territory-day+thaipusam replaced',
  ]);
});

test('a holiday has 23 or 25 hours where clocks change', () => {
  const spec: FixtureSpec = {
    timeZone: 'Europe/London',
    restDays: ['saturday'],
    people: { a: ['spring', 'autumn'] },
    holidays: [
      ['spring', '2026-03-29'],
      ['autumn', '2026-10-25'],
    ],
  };
  expect(of('a', spec)).toEqual([
    '2026-03-29T00:00:00Z 2026-03-29T23:00:00Z spring',
    '2026-10-24T23:00:00Z 2026-10-26T00:00:00Z autumn',
  ]);
});

test("a day that begins at one o'clock begins with its first instant", () => {
  // Beirut goes forward at midnight: Sunday 29 March 2026 begins at 01:00, 22:00 UTC the evening before.
  const spec: FixtureSpec = {
    timeZone: 'Asia/Beirut',
    restDays: ['saturday'],
    people: { a: ['spring'] },
    holidays: [['spring', '2026-03-29']],
  };
  expect(of('a', spec)).toEqual(['2026-03-28T22:00:00Z 2026-03-29T21:00:00Z spring']);
});

test('everybody has an entry', () => {
  expect([...absences(catalogOf({ people: { a: [], b: [] } })).values()]).toEqual([[], []]);
});

test('somebody who has left is away from the first instant of that day on; an agreed stand-in of a leave still counts', () => {
  const spec: FixtureSpec = {
    people: { a: ['christmas'] },
    left: { a: '2026-12-14' },
    holidays: [['christmas', '2026-12-25']],
    leave: [
      { person: 'a', from: '2026-12-10', until: '2026-12-20' },
      { person: 'a', from: '2026-12-14T09:00', until: '2026-12-15' },
    ],
  };
  expect(of('a', spec)).toEqual([
    '2026-12-09T16:00:00Z 2026-12-20T16:00:00Z leave',
    '2026-12-13T16:00:00Z 2200-01-01T00:00:00Z left',
    '2026-12-14T01:00:00Z 2026-12-15T16:00:00Z leave',
    '2026-12-24T16:00:00Z 2026-12-25T16:00:00Z christmas',
  ]);
});

test('somebody who observes all holidays is away on each, with all that share its day', () => {
  const spec: FixtureSpec = {
    people: { a: 'all' },
    holidays: [
      ['christmas', '2026-12-25'],
      ['founding-day', '2026-12-25'],
      ['eve', '2026-12-24'],
    ],
  };
  expect(of('a', spec)).toEqual([
    '2026-12-23T16:00:00Z 2026-12-24T16:00:00Z eve',
    '2026-12-24T16:00:00Z 2026-12-25T16:00:00Z christmas+founding-day',
  ]);
});

test('people who observe all holidays of a day share one list of them', () => {
  const spec: FixtureSpec = { people: { a: 'all', b: ['new-year'] }, holidays: [['new-year', '2026-01-01']] };
  const all = absences(catalogOf(spec));
  const [one, other] = ['a', 'b'].map((id) => present(all.get(id))[0]);
  expect(one?.kind === 'holiday' && one.holidays).toBe(other?.kind === 'holiday' && other.holidays);
});
