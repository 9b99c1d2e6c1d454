import { Temporal } from 'temporal-polyfill';
import { rosterOfCatalog } from '../../../src/roster';
import { loadOf, type PersonLoad } from '../../../src/verbs/load/load';
import { catalogOf, type FixtureSpec, window } from '../../roster/fixture';

const ORDER = { versions: [{ from: '2026-01-05', order: ['aidil', 'thiru'] }] };

/** The load as `turns hours nights weekend holidays, given, received, balance`. */
function loads(spec: FixtureSpec, from: string, until: string) {
  const catalog = catalogOf(spec);
  const { people, debts } = loadOf(catalog, rosterOfCatalog(catalog, window(from, until)));
  const hours = (time: Temporal.Duration) => time.total('hours');
  const text = (each: PersonLoad) =>
    [
      `${each.person.id}: ${each.turns} ${hours(each.onCall)} ${each.nights} ${each.weekendDays} ${each.holidays}`,
      `${each.given.count}x${hours(each.given.time)}`,
      `${each.received.count}x${hours(each.received.time)}`,
      hours(each.balance),
    ].join(', ');
  return [
    ...people.map(text),
    ...debts.map(({ debtor, creditor, time }) => `${debtor.id} owes ${creditor.id} ${hours(time)}`),
  ];
}

test('two whole weeks: seven nights, two weekend days each, and a holiday of whoever stands', () => {
  const spec = {
    people: { aidil: [], thiru: [] },
    rotations: [ORDER],
    holidays: [['thaipusam', '2026-01-14']] as const,
  };
  expect(loads(spec, '2026-01-05T09:00', '2026-01-19T09:00')).toEqual([
    'aidil: 1 168 7 2 0, 0x0, 0x0, 0',
    'thiru: 1 168 7 2 1, 0x0, 0x0, 0',
  ]);
});

test('a replacement day is a holiday; the Sunday itself, too', () => {
  const spec = {
    people: { aidil: [], thiru: [] },
    rotations: [ORDER],
    holidays: [['deepavali', '2026-01-11']] as const,
  };
  // Sunday 11 January is Aidil's; Monday the 12th is Aidil's until 09:00, and Thiru's from then on.
  expect(loads(spec, '2026-01-05T09:00', '2026-01-19T09:00')).toEqual([
    'aidil: 1 168 7 2 2, 0x0, 0x0, 0',
    'thiru: 1 168 7 2 1, 0x0, 0x0, 0',
  ]);
});

test('a cover is given and received, and who is covered owes it', () => {
  const spec = {
    people: { aidil: [], thiru: [] },
    rotations: [ORDER],
    leave: [{ person: 'aidil', from: '2026-01-07', until: '2026-01-07' }],
  };
  // The night of the 6th is both's (Aidil until midnight), that of the 7th, too.
  expect(loads(spec, '2026-01-05T09:00', '2026-01-12T09:00')).toEqual([
    'aidil: 1 144 7 2 0, 0x0, 1x24, -24',
    'thiru: 1 24 2 0 0, 1x24, 0x0, 24',
    'aidil owes thiru 24',
  ]);
});

test('covers for each other are set off', () => {
  const spec = {
    people: { aidil: [], thiru: [] },
    rotations: [ORDER],
    leave: [
      { person: 'aidil', from: '2026-01-07', until: '2026-01-08' },
      { person: 'thiru', from: '2026-01-14T10:00', until: '2026-01-14T20:00' },
    ],
  };
  expect(loads(spec, '2026-01-05T09:00', '2026-01-19T09:00').slice(2)).toEqual(['aidil owes thiru 38']);
});

test('who stands in two rotations at once passes the hours once, in two turns', () => {
  const spec = { people: { aidil: [], thiru: [] }, rotations: [ORDER, { ...ORDER, id: 'growth' }] };
  expect(loads(spec, '2026-01-05T09:00', '2026-01-12T09:00')).toEqual([
    'aidil: 2 168 7 2 0, 0x0, 0x0, 0',
    'thiru: 0 0 0 0 0, 0x0, 0x0, 0',
  ]);
});

test('a time that only meets a night, a weekend or a turn does not touch it', () => {
  const spec = { people: { aidil: [], thiru: [] }, rotations: [ORDER] };
  expect(loads(spec, '2026-01-09T06:00', '2026-01-09T22:00')[0]).toBe('aidil: 1 16 0 0 0, 0x0, 0x0, 0');
  expect(loads(spec, '2026-01-09T05:59', '2026-01-09T22:01')[0]).toMatch(/^aidil: 1 16.0\d+ 2 0 0/);
  expect(loads(spec, '2026-01-09T22:00', '2026-01-10T00:00')[0]).toBe('aidil: 1 2 1 0 0, 0x0, 0x0, 0');
});

test('a week in which clocks go forward has 167 hours', () => {
  const spec = {
    timeZone: 'Europe/London',
    people: { aidil: [] },
    rotations: [{ versions: [{ from: '2026-03-23', order: ['aidil'] }] }],
  };
  const catalog = catalogOf(spec);
  const rosters = rosterOfCatalog(catalog, window('2026-03-23T09:00', '2026-03-30T09:00', 'Europe/London'));
  expect(loadOf(catalog, rosters).people[0]?.onCall).toEqual(Temporal.Duration.from({ hours: 167 }));
});

test('by duty and rotation: what two rotations of a duty share counts once in the duty, and in each of them', () => {
  const both = { pipelines: ['payments'], versions: [{ from: '2026-01-05', order: ['aidil', 'thiru'] }] };
  const catalog = catalogOf({
    people: { aidil: [], thiru: [] },
    duties: ['on-duty', 'backup'],
    rotations: [
      { ...ORDER, id: 'profit' },
      { ...ORDER, id: 'growth' },
      {
        ...both,
        id: 'second',
        duty: 'backup',
        versions: [{ from: '2026-01-05', order: ['thiru', 'aidil'] }],
      },
    ],
    holidays: [['thaipusam', '2026-01-07']],
  });
  const rosters = rosterOfCatalog(catalog, window('2026-01-05T09:00', '2026-01-19T09:00'));
  const text = loadOf(catalog, rosters).people.map(({ person, duties }) => [
    person.id,
    ...duties.map(({ duty, onCall, nights, weekendDays, holidays, rotations }) => [
      `${duty} ${onCall.total('hours')} ${nights} ${weekendDays} ${holidays}`,
      ...rotations.map(
        (each) => `${each.rotation.id} ${each.turns} ${each.onCall.total('hours')} ${each.nights}`,
      ),
    ]),
  ]);
  // The holiday is Aidil's on duty, and Thiru's as backup.
  expect(text).toEqual([
    [
      'aidil',
      ['on-duty 168 7 2 1', 'profit 1 168 7', 'growth 1 168 7'],
      ['backup 168 7 2 0', 'second 1 168 7'],
    ],
    [
      'thiru',
      ['on-duty 168 7 2 0', 'profit 1 168 7', 'growth 1 168 7'],
      ['backup 168 7 2 1', 'second 1 168 7'],
    ],
  ]);
});
