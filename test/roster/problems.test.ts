import { formatDiagnostic } from '../../src/catalog';
import { rosterProblems } from '../../src/roster';
import { catalogOf, type FixtureSpec, instant } from './fixture';
import { MALAYSIA_2026 } from './malaysia';

const PEOPLE = { aidil: [], thiru: [], choo: [] };
const ROTATIONS = [{ id: 'growth', versions: [{ from: '2026-01-05', order: ['aidil', 'thiru', 'choo'] }] }];

function problems(asOf: string, spec: Partial<FixtureSpec> = {}): string[] {
  const catalog = catalogOf({ people: PEOPLE, rotations: ROTATIONS, ...spec });
  // Few of these teams have holidays, which emptyYears.test.ts is about.
  const told = rosterProblems(catalog, instant(asOf)).filter(({ code }) => code !== 'HOLI007');
  return told.map(formatDiagnostic);
}

const away = (person: string, from: string, until = from) => ({ person, from, until });

test('a roster in order has none', () => {
  expect(problems('2026-01-14', { holidays: MALAYSIA_2026 })).toEqual([]);
});

describe('ROTA008', () => {
  test('tells from when until when nobody stands, at the first version', () => {
    expect(problems('2026-01-02T10:00')).toEqual([
      'data/rotations.yaml:1:3 error ROTA008: nobody is on call in "Investor growth" from Fri 2 Jan 2026 10:00 until Mon 5 Jan 09:00, before its first version starts: 2026-01-05\n' +
        '  start the first version at a hand-off on or before Fri 2 Jan 2026 10:00',
    ]);
  });

  test('ends at the horizon where the first version begins after it', () => {
    const [problem, ...others] = problems('2025-01-01', { horizonDays: 7, holidayYears: [2025] });
    expect(others).toEqual([]);
    expect(problem).toContain('from Wed 1 Jan 2025 00:00 until Wed 8 Jan 00:00');
  });
});

describe('ROTA009', () => {
  // Thiru's week, 12 to 19 January.
  const everybody = [
    away('choo', '2026-01-10', '2026-01-14'),
    away('thiru', '2026-01-13'),
    away('aidil', '2026-01-13T10:00', '2026-01-14T10:00'),
  ];

  test('keeps its true start while it runs, and is gone when it is over', () => {
    expect(problems('2026-01-13T12:00', { leave: everybody })[0]).toContain(
      'is away from Tue 13 Jan 2026 10:00 until',
    );
    expect(problems('2026-01-14', { leave: everybody })).toEqual([]);
  });

  test('ends at the horizon, and none starts there', () => {
    const leave = ['aidil', 'thiru', 'choo'].map((person) => away(person, '2026-01-13', '2026-01-14'));
    expect(problems('2026-01-07', { leave, horizonDays: 7 })[0]).toContain('until Wed 14 Jan 00:00 (Thiru');
    expect(problems('2026-01-07', { leave, horizonDays: 6 })).toEqual([]);
  });

  test('is reported even if a year has no holiday file', () => {
    const codes = problems('2026-01-06', { leave: everybody, holidayYears: [2025] }).map((text) =>
      text.match(/[A-Z]{4}\d{3}/)?.at(0),
    );
    expect(codes.sort()).toEqual(['HOLI003', 'ROTA009']);
  });
});

describe('LEAV006', () => {
  // Thiru's week, 12 to 19 January; Choo's is the next one. Thiru agreed with Aidil.
  const agreed = { ...away('thiru', '2026-01-13', '2026-01-16'), cover: 'aidil' };
  const told = (asOf: string, ...leave: readonly ReturnType<typeof away>[]) =>
    problems(asOf, { leave: [agreed, ...leave] });

  test('tells who was to stand in, when they are away, and who stands in', () => {
    expect(told('2026-01-06', away('aidil', '2026-01-14'))).toEqual([
      'data/leave.yaml:1:3 warning LEAV006: Aidil, who agreed to cover for Thiru in "Investor growth", is away from Wed 14 Jan 2026 00:00 until Thu 15 Jan 00:00; Choo covers instead: cover: aidil\n' +
        '  name somebody else as cover, or leave cover out and inform Choo',
    ]);
  });

  test('is one where leaves meet, and as long as both are away', () => {
    const [one, two, ...others] = told(
      '2026-01-06',
      away('aidil', '2026-01-10', '2026-01-13'),
      away('aidil', '2026-01-14T00:00', '2026-01-14T08:00'),
      away('aidil', '2026-01-16T20:00', '2026-01-18'),
    );
    expect(others).toEqual([]);
    expect(one).toContain('is away from Tue 13 Jan 2026 00:00 until Wed 14 Jan 08:00; Choo');
    expect(two).toContain('is away from Fri 16 Jan 2026 20:00 until Sat 17 Jan 00:00; Choo');
  });

  test('is none while they are there, when it is over, or where everybody is away (ROTA009)', () => {
    expect(told('2026-01-06', away('aidil', '2026-01-12'), away('aidil', '2026-01-17'))).toEqual([]);
    expect(told('2026-01-15', away('aidil', '2026-01-14'))).toEqual([]);
    const clash = told('2026-01-06', away('aidil', '2026-01-14'), away('choo', '2026-01-14'));
    expect(clash.map((problem) => problem.match(/[A-Z]{4}\d{3}/)?.at(0))).toEqual(['ROTA009']);
  });
});

describe('LEAV007', () => {
  // Thiru's week, 12 to 19 January; Choo's is the next one.
  const holidays = [
    ['new-year', '2026-01-14'],
    ['founding-day', '2026-01-14'],
    ['other', '2026-01-15'],
  ] as const;
  const people = { aidil: ['new-year', 'founding-day'], thiru: [], choo: ['other'] };
  const agreed = { ...away('thiru', '2026-01-13', '2026-01-16'), cover: 'aidil' };
  const told = (asOf: string, ...leave: NonNullable<FixtureSpec['leave']>) =>
    problems(asOf, { people, holidays, leave }).filter((text) => text.includes('LEAV007'));

  test('tells the holidays on which the cover who agreed is on call, until they are over', () => {
    expect(told('2026-01-06', agreed)).toEqual([
      'data/leave.yaml:1:3 warning LEAV007: Aidil covers for Thiru in "Investor growth" from Wed 14 Jan 2026 00:00 until Thu 15 Jan 00:00, on a holiday that they observe (new-year and founding-day): cover: aidil\n' +
        '  check that Aidil knows that it is their holiday, or name somebody else',
    ]);
    expect(told('2026-01-14T23:59', agreed)).toHaveLength(1);
    expect(told('2026-01-15', agreed)).toEqual([]);
  });

  test('none of somebody who covers without having agreed, nor of a holiday outside the leave', () => {
    // Choo, who takes the 15th off, covers while Aidil is away: only LEAV006 is told.
    expect(told('2026-01-06', agreed, away('aidil', '2026-01-13', '2026-01-16'))).toEqual([]);
    expect(told('2026-01-06', { ...away('thiru', '2026-01-13'), cover: 'aidil' })).toEqual([]);
  });
});

describe('PIPE007', () => {
  const pipelines = [{ id: 'aggregate-growth', primary: 'desk', secondary: 'choo' }];
  const told = (left: string) => problems('2026-01-06', { pipelines, left: { choo: left } });

  test('an owner who leaves before the horizon is an error, wherever the day lies', () => {
    const error = (day: string) =>
      `data/pipelines.yaml:1:3 error PIPE007: Choo, the secondary owner of "Pipeline aggregate-growth", has left by ${day}: choo\n  name another secondary owner in pipelines.yaml`;
    expect(told('2025-12-01')).toEqual([error('Mon 1 Dec 2025')]);
    // 84 days from Tuesday 6 January 2026 is Tuesday 31 March.
    expect(told('2026-03-30')).toEqual([error('Mon 30 Mar 2026')]);
  });

  test('and a warning where the day lies beyond it', () => {
    expect(told('2026-03-31')[0]).toContain('data/pipelines.yaml:1:3 warning PIPE007: Choo');
  });
});

describe('PIPE008', () => {
  const pipelines = [
    { id: 'experiments', primary: 'aidil', secondary: 'choo', coverage: 'office-hours' as const },
  ];
  const told = (leave: FixtureSpec['leave'], changes: Partial<FixtureSpec> = {}) =>
    problems('2026-01-06', { pipelines, rotations: [], leave: leave ?? [], ...changes });

  test('once for each time in which both are away, from the first office hour to the last', () => {
    // Both are away from Friday noon to Tuesday: one time, across the weekend. Thursday is Aidil's alone.
    expect(
      told([away('aidil', '2026-01-15', '2026-01-20'), away('choo', '2026-01-16T12:00', '2026-01-25T00:00')]),
    ).toEqual([
      'data/pipelines.yaml:1:3 warning PIPE008: both owners of "Pipeline experiments" (Aidil and Choo) are away in office hours from Fri 16 Jan 2026 12:00 until Tue 20 Jan 18:00, so nobody reads its mail: experiments\n' +
        '  move a leave, or name another owner for that time',
    ]);
  });

  test('no office hours, no problem: evenings, weekends, public holidays, a desk', () => {
    const weekend = [
      away('aidil', '2026-01-16T18:00', '2026-01-19T09:00'),
      away('choo', '2026-01-17', '2026-01-18'),
    ];
    expect(told(weekend)).toEqual([]);
    const tuesday = [away('aidil', '2026-01-20'), away('choo', '2026-01-20')];
    expect(told(tuesday)).toHaveLength(1);
    expect(told(tuesday, { holidays: [['holiday', '2026-01-20']] })).toEqual([]);
    expect(
      told(tuesday, {
        pipelines: [
          {
            ...pipelines[0],
            id: 'experiments',
            primary: 'desk',
            secondary: 'choo',
            coverage: 'office-hours',
          },
        ],
      }),
    ).toEqual([]);
    const mailed = {
      id: 'experiments',
      primary: 'choo',
      secondary: 'desk',
      coverage: 'office-hours' as const,
    };
    expect(told(tuesday, { pipelines: [mailed] })).toEqual([]);
  });

  test('two times are two', () => {
    const leave = ['2026-01-20', '2026-01-22'].flatMap((day) => [away('aidil', day), away('choo', day)]);
    // Of one place and code, problems are in the order of time.
    expect(told(leave).map((text) => /from (.*), so nobody/.exec(text)?.[1])).toEqual([
      'Tue 20 Jan 2026 09:00 until Tue 20 Jan 18:00',
      'Thu 22 Jan 2026 09:00 until Thu 22 Jan 18:00',
    ]);
  });
});

describe('PIPE009', () => {
  const told = (secondary: string, leave: FixtureSpec['leave'], asOf = '2026-01-06') =>
    problems(asOf, {
      pipelines: [{ id: 'aggregate-growth', primary: 'choo', secondary }],
      leave: leave ?? [],
    });

  test('names the person, whoever could stand in, and the local times', () => {
    const leave = [
      away('choo', '2026-01-15', '2026-01-20'),
      away('aidil', '2026-01-16T12:00', '2026-01-17T08:00'),
    ];
    expect(told('aidil', leave)).toEqual([
      'data/pipelines.yaml:1:3 warning PIPE009: Choo, who is paged by name for "Pipeline aggregate-growth", is away from Fri 16 Jan 2026 12:00 until Sat 17 Jan 08:00, and so is Aidil; Choo is paged all the same: aggregate-growth\n' +
        '  move a leave, name another owner, or give the owning team a desk',
    ]);
    expect(told('aidil', leave, '2026-01-17T08:00')).toEqual([]);
    expect(told('desk', leave)).toEqual([]);
  });

  test('a team without a desk can stand in for nobody', () => {
    expect(told('de', [away('choo', '2026-01-15')])[0]).toContain(
      'until Fri 16 Jan 00:00, and no other owner can be paged; Choo is paged all the same',
    );
  });
});
