import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { type Diagnostic, hasErrors, loadCatalog, readDataDirectory } from '../../src/catalog';
import { rosterProblems } from '../../src/roster';
import { told } from '../catalog/changedData';

const FILES = readDataDirectory(join(__dirname, '../../examples/three-offices'));
const AS_OF = Temporal.Instant.from('2026-11-23T00:00:00+01:00');

type Edit = readonly [path: string, replace: string | RegExp, by: string];

/** What `check` finds in the example after edits, all of it. */
function problemsAfter(edits: readonly Edit[]): readonly Diagnostic[] {
  const files = new Map(FILES);
  for (const [path, replace, by] of edits) {
    const text = Buffer.from(files.get(path) ?? []).toString();
    const edited = text.replace(replace, by);
    if (edited === text) throw new Error(`${replace} does not occur in ${path}`);
    files.set(path, Buffer.from(edited));
  }
  const { catalog, diagnostics } = loadCatalog(files, 'data');
  return hasErrors(diagnostics) || catalog === undefined
    ? diagnostics
    : [...diagnostics, ...rosterProblems(catalog, AS_OF)];
}

const ORGANIZATION = 'organization.yaml';
const ROTATIONS = 'rotations.yaml';
const BERLIN_HOURS = '  hours: { from: "06:00", until: "12:00" }';

const CASES: readonly (readonly [string, readonly Edit[], readonly string[]])[] = [
  [
    'an unknown office',
    [[ROTATIONS, 'office: london', 'office: lodon']],
    ['OFFI001 rotations.yaml:15:11 "lodon" | did you mean "london"?'],
  ],
  [
    'an unknown calendar',
    [[ORGANIZATION, 'holidays: us', 'holidays: usa']],
    [
      'OFFI002 organization.yaml:13:69 "usa" | create holidays/usa/YYYY.yaml for each year of the roster, or remove the key to share holidays/YYYY.yaml',
      'OFFI003 (warning) holidays/us:1:1 "us" | add holidays: us to an office, or remove the folder',
    ],
  ],
  [
    'an unknown duty of a rotation',
    [[ROTATIONS, 'duty: backup', 'duty: bakup']],
    ['DUTY001 rotations.yaml:33:9 "bakup" | did you mean "backup"?'],
  ],
  [
    'an unknown duty of a step',
    [[ORGANIZATION, 'notify: backup, ', 'notify: bakup, ']],
    ['ESCA001 organization.yaml:20:17 "bakup" | did you mean "backup"?'],
  ],
  [
    'a hand-off on a day on which no version begins',
    [[ROTATIONS, 'handOff: { at: "06:00" }', 'handOff: { day: tuesday, at: "06:00" }']],
    ['ROTA003 rotations.yaml:11:15 "2026-01-05" | write 2025-12-30 or 2026-01-06'],
  ],
  [
    'an id that is a person, a team and a duty',
    [
      [ORGANIZATION, 'duties: [on-duty, backup]', 'duties: [on-duty, backup, anna]'],
      [ORGANIZATION, '  finance: { name', "  anna: { name: Anna's team }\n  finance: { name"],
    ],
    [
      'DUTY002 (warning) organization.yaml:16:27 "anna" | add duty: anna to a rotation, or remove it from duties',
      'IDEN001 organization.yaml:16:27 "anna" | rename one: an escalation step names duties, people and teams by their ids',
      'IDEN001 organization.yaml:30:3 "anna" | rename one: an owner is a person or a team, so their ids must differ',
    ],
  ],
  [
    'a target that reaches nobody',
    [
      [ORGANIZATION, '- { notify: backup, for: 15m }', '- { notify: finance, for: 15m }'],
      ['runbooks/orders.md', 'backup, ', 'finance, '],
      ['runbooks/settlements.md', 'backup, ', 'finance, '],
    ],
    [
      'ESCA002 pipelines.yaml:2:1 "finance" | give the team a desk in organization.yaml, or name a person',
      'ESCA002 pipelines.yaml:8:1 "finance" | give the team a desk in organization.yaml, or name a person',
    ],
  ],
  [
    'more targets than PagerDuty takes',
    [
      [
        ORGANIZATION,
        '[backup, primary]',
        '[primary, anna, bernd, clara, dieter, elif, fiona, george, harriet, imran, joan]',
      ],
    ],
    [
      'DATA005 organization.yaml:21:17 ["primary","anna","bernd","clara","dieter","elif","fiona","… | write at most 10 entries',
    ],
  ],
  [
    'more steps than PagerDuty takes',
    [
      [
        ORGANIZATION,
        '    - { notify: backup, for: 15m }\n',
        '    - { notify: backup, for: 15m }\n'.repeat(19),
      ],
    ],
    [
      'DATA005 organization.yaml:19:5 [{"notify":"on-duty","for":"10m"},{"notify":"backup","for":… | write at most 20 entries',
    ],
  ],
  [
    'two rotations with one name',
    [[ROTATIONS, 'name: London afternoons', 'name: Berlin mornings']],
    [
      'IDEN002 rotations.yaml:13:9 "Berlin mornings" | give each its own name: PagerDuty identifies them by name',
    ],
  ],
  [
    'somebody who has left before a turn of theirs',
    [[ORGANIZATION, 'name: Bernd, ', 'name: Bernd, left: 2026-12-01, ']],
    [
      'ROTA010 rotations.yaml:11:7 "bernd" | add a version from 2026-12-14 without bernd, and leave this one as it is',
    ],
  ],
  [
    'an office whose zone PagerDuty does not know',
    [[ORGANIZATION, 'timeZone: Europe/London', 'timeZone: Europe/Londn']],
    ['ORGA001 organization.yaml:12:37 "Europe/Londn" | did you mean "Europe/London"?'],
  ],
  [
    'rest days that are an empty list',
    [[ORGANIZATION, 'restDay: [saturday, sunday]', 'restDay: []']],
    [
      'DATA005 organization.yaml:12:75 [] | write restDay: none if no holiday moves, or the days whose holidays do',
    ],
  ],
  [
    'none among rest days',
    [[ORGANIZATION, 'restDay: none', 'restDay: [sunday, none]']],
    [
      'DATA004 organization.yaml:6:19 "none" | use one of the values: monday, tuesday, wednesday, thursday, friday, saturday, sunday',
    ],
  ],
];

test.each(CASES)('%s', (_, edits, expected) => {
  expect(problemsAfter(edits).map(told).sort()).toEqual([...expected].sort());
});

/** The message of the only problem with a code. */
function messageOf(code: string, edits: readonly Edit[]): string {
  const found = problemsAfter(edits).filter((problem) => problem.code === code);
  expect(found).toHaveLength(1);
  return found[0]?.message ?? '';
}

test('hours of one duty that overlap: when, in both zones, and how long a week', () => {
  const overlapping = problemsAfter([[ROTATIONS, '"11:00", until: "17:00"', '"10:00", until: "17:00"']]);
  // London 10:00 is Berlin 11:00, so that an hour a day is shared with Berlin, which ends at 12:00.
  expect(overlapping.filter(({ code }) => code === 'ROTA006').map(({ message }) => message)).toContain(
    '"Berlin mornings" and "London afternoons" are both on call as on-duty for "Orders" and "Settlements", first from Mon 23 Nov 2026 11:00 until Mon 23 Nov 12:00 (Europe/Berlin), that is from Mon 23 Nov 2026 10:00 until Mon 23 Nov 11:00 (Europe/London); 7 hours a week on average, when both people are paged',
  );
});

test('a moment at which nobody is on duty: which, how often, and who is paged instead', () => {
  expect(messageOf('ROTA008', [[ROTATIONS, '"11:00", until: "17:00"', '"12:00", until: "17:00"']])).toBe(
    'nobody is on call as on-duty for "Orders" and "Settlements" from Mon 23 Nov 2026 12:00 until Mon 23 Nov 13:00 (Europe/Berlin), the first of 84 gaps up to the horizon; its step is skipped, and backup is paged at once; the rotations of this duty are "Berlin mornings", "London afternoons" and "New York days"',
  );
});

test("hours into which a person's turns never fall", () => {
  // Seven people, a day each: everybody has the same weekday for ever, and only Anna and Bernd have one of these.
  const seven = 'order: [anna, bernd, elif, clara, dieter, fiona, george]';
  expect(
    messageOf('ROTA013', [
      [
        ROTATIONS,
        BERLIN_HOURS,
        '  turn: 1d\n  hours: { days: [monday, tuesday], from: "06:00", until: "12:00" }',
      ],
      [ROTATIONS, 'order: [anna, bernd, elif]', seven],
    ]),
  ).toBe('no turn of elif, clara, dieter, fiona, george ever falls into the hours of this rotation');
});

test('an office without holidays for a year of the horizon', () => {
  const files = new Map(FILES);
  files.delete('holidays/uk/2027.yaml');
  const { catalog } = loadCatalog(files, 'data');
  const found = catalog === undefined ? [] : rosterProblems(catalog, AS_OF);
  expect(found.filter(({ code }) => code === 'HOLI003').map(told)).toEqual([
    'HOLI003 organization.yaml:12:3 2027 | add holidays/uk/2027.yaml with the public holidays of 2027',
  ]);
});
