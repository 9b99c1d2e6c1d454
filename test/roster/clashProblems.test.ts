import { formatDiagnostic } from '../../src/catalog';
import { AwayTimes } from '../../src/roster/awayTimes';
import { clashProblems } from '../../src/roster/clashProblems';
import { Rosters } from '../../src/roster/rosters';
import { catalogOf, type FixtureSpec, present, window } from './fixture';

const PEOPLE = { aidil: [], thiru: [], choo: [] };
const ORDER = [{ id: 'growth', versions: [{ from: '2026-01-05', order: ['aidil', 'thiru', 'choo'] }] }];

const away = (person: string, from: string, until = from) => ({ person, from, until });
/** Leave of several people on the same days. */
const all = (people: readonly string[], from: string, until = from) =>
  people.map((person) => away(person, from, until));

/** What is reported of the rotation in January 2026. */
function reported(spec: Partial<FixtureSpec>): string[] {
  const catalog = catalogOf({ people: PEOPLE, rotations: ORDER, ...spec });
  const rosters = new Rosters(catalog);
  const rotation = present(catalog.rotations[0]);
  const { clashes } = rosters.of(rotation, window('2026-01-05T09:00', '2026-02-09T09:00'));
  return clashProblems(rotation, clashes, new AwayTimes(rosters.absences), catalog).map(formatDiagnostic);
}

/** The messages, from "away" on. */
const times = (spec: Partial<FixtureSpec>) =>
  reported(spec).map((text) => /away (.*): growth\n/.exec(text)?.[1] ?? text);

test("at the rotation, with everybody's reason and the local times", () => {
  // Thiru's week, 12 to 19 January.
  const leave = [
    away('choo', '2026-01-10', '2026-01-14'),
    away('thiru', '2026-01-13'),
    away('aidil', '2026-01-13T10:00', '2026-01-14T10:00'),
  ];
  expect(reported({ leave })).toEqual([
    'data/rotations.yaml:1:3 warning ROTA009: everybody in "Investor growth" is away from Tue 13 Jan 2026 10:00 until Wed 14 Jan 00:00 (Thiru, Choo and Aidil: leave); Thiru is paged all the same: growth\n' +
      '  move a leave, name a cover who is there, or add somebody to the order in a new version',
  ]);
});

test('names the holiday and those who observe it', () => {
  const people = { aidil: ['deepavali'], thiru: [], choo: ['deepavali', 'ponggal'] };
  const holidays = [
    ['deepavali', '2026-01-14'],
    ['ponggal', '2026-01-14'],
  ] as const;
  expect(times({ people, holidays, leave: [away('thiru', '2026-01-14')] })).toEqual([
    'from Wed 14 Jan 2026 00:00 until Thu 15 Jan 00:00 (Thiru: leave; Choo: deepavali and ponggal; Aidil: deepavali); Thiru is paged all the same',
  ]);
});

test('one leave among holidays can be moved, also of somebody who observes the holiday', () => {
  const people = { aidil: ['ponggal'], thiru: ['ponggal'], choo: ['ponggal'] };
  const leave = [away('choo', '2026-01-14')];
  expect(reported({ people, holidays: [['ponggal', '2026-01-14']], leave })[0]).toContain(
    '\n  move a leave, name a cover who is there',
  );
});

test('of a holiday that all observe, no leave is to blame: the way out is a cover', () => {
  const people = { aidil: ['new-year'], thiru: ['new-year'], choo: ['new-year'] };
  // A Sunday, so Monday 19 January is the replacement day; Thiru hands off to Choo at 09:00.
  expect(reported({ people, holidays: [['new-year', '2026-01-18']] })).toEqual([
    'data/rotations.yaml:1:3 warning ROTA009: everybody in "Investor growth" is away from Sun 18 Jan 2026 00:00 until Mon 19 Jan 09:00 (Thiru, Choo and Aidil: new-year and new-year (replacement day)); Thiru is paged all the same: growth\n' +
      '  agree on a cover and add a leave of Thiru that names them (cover), or add somebody to the order in a new version',
    'data/rotations.yaml:1:3 warning ROTA009: everybody in "Investor growth" is away from Mon 19 Jan 2026 09:00 until Tue 20 Jan 00:00 (Choo, Aidil and Thiru: new-year (replacement day)); Choo is paged all the same: growth\n' +
      '  agree on a cover and add a leave of Choo that names them (cover), or add somebody to the order in a new version',
  ]);
});

test('once per person and day, however many leaves there are', () => {
  const mornings = all(['aidil', 'thiru', 'choo'], '2026-01-13T08:00', '2026-01-13T10:00');
  const nights = all(['aidil', 'thiru', 'choo'], '2026-01-13T20:00', '2026-01-14T02:00');
  const next = all(['aidil', 'thiru', 'choo'], '2026-01-14T20:00', '2026-01-14T22:00');
  expect(times({ leave: [...mornings, ...nights, ...next] })).toEqual([
    'from Tue 13 Jan 2026 08:00 until Tue 13 Jan 10:00 and from Tue 13 Jan 2026 20:00 until Wed 14 Jan 02:00 (Thiru, Choo and Aidil: leave); Thiru is paged all the same',
    'from Wed 14 Jan 2026 20:00 until Wed 14 Jan 22:00 (Thiru, Choo and Aidil: leave); Thiru is paged all the same',
  ]);
});

test('once for days on end, also across hand-offs of one person to themselves', () => {
  const rotations = [{ id: 'growth', versions: [{ from: '2026-01-05', order: ['aidil'] }] }];
  expect(reported({ rotations, leave: [away('aidil', '2026-01-08', '2026-01-20')] })).toEqual([
    'data/rotations.yaml:1:3 warning ROTA009: Aidil is the only person in "Investor growth" and away from Thu 8 Jan 2026 00:00 until Wed 21 Jan 00:00 (Aidil: leave); Aidil is paged all the same: growth\n' +
      '  move a leave, name a cover who is there, or add somebody to the order in a new version',
  ]);
});

test('each rostered person of a day is reported, as each is paged while away', () => {
  const leave = all(['aidil', 'thiru', 'choo'], '2026-01-12');
  expect(times({ leave }).map((text) => text.replace(/ \(.*\)/, ''))).toEqual([
    'from Mon 12 Jan 2026 00:00 until Mon 12 Jan 09:00; Aidil is paged all the same',
    'from Mon 12 Jan 2026 09:00 until Tue 13 Jan 00:00; Thiru is paged all the same',
  ]);
});

test('somebody who has left says so', () => {
  const left = { aidil: '2026-01-14' };
  const leave = all(['thiru', 'choo'], '2026-01-14');
  expect(times({ left, leave })[0]).toContain('(Thiru and Choo: leave; Aidil: has left)');
});

test('somebody who is on call in an earlier duty is away for that reason', () => {
  const order = [{ from: '2026-01-05', order: ['aidil', 'thiru'] }];
  const made = catalogOf({
    people: { aidil: [], thiru: [] },
    rotations: [
      { id: 'first', versions: order },
      { id: 'second', versions: order },
    ],
    leave: [away('thiru', '2026-01-07')],
  });
  const [first, second] = [present(made.rotations[0]), present(made.rotations[1])];
  const backup = { ...second, duty: 'backup', pipelines: first.pipelines };
  const organization = { ...made.organization, duties: ['on-duty', 'backup'] };
  const catalog = { ...made, organization, rotations: [first, backup] };
  const rosters = new Rosters(catalog);
  const week = window('2026-01-05T09:00', '2026-01-12T09:00');
  // Aidil is on call first, so Thiru is the backup; on the 7th nobody is left.
  expect(
    clashProblems(backup, rosters.of(backup, week).clashes, rosters.awayTimesFor(backup, week), catalog).map(
      ({ message }) => message,
    ),
  ).toEqual([
    'everybody in "Investor second" is away from Wed 7 Jan 2026 00:00 until Thu 8 Jan 00:00 (Aidil: on call in "Investor first"; Thiru: leave); Aidil is paged all the same',
  ]);
});
