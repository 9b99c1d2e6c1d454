import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { type DataFiles, readDataDirectory } from '../../../../src/catalog';
import { diffJson } from '../../../../src/verbs/diff/json';
import { diffMarkdown } from '../../../../src/verbs/diff/markdown';
import { diffText } from '../../../../src/verbs/diff/text';
import { diffBetween, sideOf } from './changes';

const OFFICES = readDataDirectory(join(__dirname, '../../../../examples/three-offices'));
/** Thursday 26 November 2026, 10:00 in Berlin. */
const AS_OF = Temporal.Instant.from('2026-11-26T09:00:00Z');

type Replaced = readonly [path: string, text: string, replacement: string];

function changed(...changes: readonly Replaced[]): DataFiles {
  const files = new Map(OFFICES);
  for (const [path, text, replacement] of changes) {
    const before = Buffer.from(files.get(path) ?? []).toString();
    if (!before.includes(text)) throw new Error(`${path} does not have: ${text}`);
    files.set(path, Buffer.from(before.replaceAll(text, replacement)));
  }
  return files;
}

/** The warnings of these codes. */
function told(after: DataFiles, codes: RegExp, asOf = AS_OF): string[] {
  return diffBetween(OFFICES, after, asOf)
    .warnings.filter(({ code }) => codes.test(code))
    .map(({ code, message }) => `${code} ${message}`);
}

const LEAD: readonly Replaced[] = [
  ['organization.yaml', 'duties: [on-duty, backup]', 'duties: [on-duty, backup, lead]'],
  ['organization.yaml', '[backup, primary]', '[primary, lead]'],
  ['runbooks/orders.md', '[backup, primary]', '[primary, lead]'],
  ['runbooks/settlements.md', '[backup, primary]', '[primary, lead]'],
  [
    'rotations.yaml',
    'backup:\n  name',
    'lead:\n  name: Lead\n  pipelines: [orders, settlements]\n  duty: lead\n  versions: [{ from: 2026-11-30, order: [dieter, george] }]\nbackup:\n  name',
  ],
];

test('DIFF017, DIFF022, DIFF023: a new duty, who has a second one by it, and the steps that name it', () => {
  // Dieter has the first week of it and George the second: George has turns in London, Dieter had none.
  expect(told(changed(...LEAD), /DIFF017|DIFF022|DIFF023/)).toEqual([
    'DIFF017 George now has turns in 2 duties: on-duty in "London afternoons" and lead in "Lead"; lead begins on Mon 7 Dec 2026 09:00',
    'DIFF022 the duty "lead" is added: "Lead"',
    'DIFF023 "Orders": step 3 now also notifies lead',
    'DIFF023 "Orders": step 3 no longer notifies backup',
    'DIFF023 "Settlements": step 3 now also notifies lead',
    'DIFF023 "Settlements": step 3 no longer notifies backup',
  ]);
  const back = diffBetween(changed(...LEAD), OFFICES, AS_OF).warnings.map(({ message }) => message);
  expect(back).toContain('the duty "lead" is removed: "Lead"');
  expect(told(OFFICES, /DIFF/)).toEqual([]);
});

test('DIFF023: a step that is new', () => {
  const step = '    - { notify: [backup, primary], for: 30m }\n';
  const after = changed(
    ['organization.yaml', step, `${step}    - { notify: secondary, for: 10m }\n`],
    ['runbooks/orders.md', '[backup, primary]]', '[backup, primary], secondary]'],
    ['runbooks/settlements.md', '[backup, primary]]', '[backup, primary], secondary]'],
    [
      'organization.yaml',
      'finance: { name: Finance Analytics }',
      'finance: { name: Finance Analytics, desk: { name: Finance desk, email: finance@three-offices.example } }',
    ],
  );
  expect(told(after, /DIFF023/)).toEqual([
    'DIFF023 "Orders": step 4 is new and notifies secondary',
    'DIFF023 "Settlements": step 4 is new and notifies secondary',
  ]);
  const removed = diffBetween(after, OFFICES, AS_OF).warnings.map(({ message }) => message);
  expect(removed).toContain('"Orders": step 4 is removed, which notified secondary');
});

test.each<[string, string, string, string[]]>([
  [
    'grow',
    'hours: { from: "11:00", until: "17:00" }',
    'hours: { from: "11:00", until: "18:15" }',
    [
      'DIFF019 "London afternoons" is now also on call for 8 hours 45 minutes a week: every day 11:00 to 17:00 becomes every day 11:00 to 18:15 (Europe/London)',
    ],
  ],
  [
    'move',
    'hours: { from: "12:00", until: "01:00" }',
    'hours: { days: [monday, sunday], from: "13:00", until: "02:00" }',
    // Five whole days, and the hour from 12:00 on the two that are left; gained are the hours after 01:00, of which
    // none was there on any night.
    [
      'DIFF018 "New York days" is no longer on call for 67 hours a week: every day 12:00 to 01:00 becomes monday, sunday 13:00 to 02:00 (America/New_York)',
      'DIFF019 "New York days" is now also on call for 2 hours a week: every day 12:00 to 01:00 becomes monday, sunday 13:00 to 02:00 (America/New_York)',
    ],
  ],
  [
    'are lifted',
    '  hours: { from: "06:00", until: "12:00" }\n',
    '',
    [
      'DIFF019 "Berlin mornings" is now also on call for 126 hours a week: every day 06:00 to 12:00 becomes always (Europe/Berlin)',
    ],
  ],
])('DIFF018, DIFF019: hours that %s', (_, text, replacement, expected) => {
  expect(told(changed(['rotations.yaml', text, replacement]), /DIFF018|DIFF019/)).toEqual(expected);
});

test('a version with its own turn, hand-off and hours: what changes, and from when on', () => {
  const order = '    - { from: 2026-01-05, order: [clara, mike, harriet, oscar, joan, imran] }\n';
  const after = changed([
    'rotations.yaml',
    order,
    `${order}    - { from: 2026-12-14, order: [clara, mike], turn: 1d, handOff: { at: "10:00" }, hours: { from: "10:00", until: "22:00" } }\n`,
  ]);
  const diff = diffBetween(OFFICES, after, AS_OF);
  expect(diff.shapes.map(({ id, key, before, after: now }) => [id, key, before, now])).toEqual([
    ['backup', 'hours', 'always', 'always, from 2026-12-14 every day 10:00 to 22:00'],
    ['backup', 'handOff', 'monday 09:00', 'monday 09:00, from 2026-12-14 monday 10:00'],
    ['backup', 'turn', '7 days', '7 days, from 2026-12-14 1 day'],
  ]);
  // Half of 168 hours; nothing that has begun is rewritten.
  expect(told(after, /DIFF006|DIFF018|DIFF019/)).toEqual([
    'DIFF018 "Backup" is no longer on call for 84 hours a week from Mon 14 Dec 2026: always becomes every day 10:00 to 22:00 (Europe/Berlin)',
  ]);
  const back = diffBetween(after, OFFICES, AS_OF).warnings.map(({ message }) => message);
  expect(back).toContain(
    '"Backup" is now also on call for 84 hours a week from Mon 14 Dec 2026: every day 10:00 to 22:00 becomes always (Europe/Berlin)',
  );
  // By hand: the week from 7 December is Clara's (48 % 6 = 0) and lasts until ten on the 14th, when Mike (1) would have had an hour.
  const first = diff.shifts.find(({ rotation }) => rotation === 'backup');
  expect([`${first?.from}`, first?.before?.onDuty.id, first?.after?.onDuty.id]).toEqual([
    '2026-12-14T08:00:00Z',
    'mike',
    'clara',
  ]);
  const edited = changed(['rotations.yaml', 'joan, imran] }\n', 'joan, imran], turn: 14d }\n']);
  expect(told(edited, /DIFF006/)).toEqual([
    'DIFF006 "Backup": the version from Mon 5 Jan 2026 was edited (clara, mike, harriet, oscar, joan, imran; now clara, mike, harriet, oscar, joan, imran; turns of 14 days); add a version at the end instead',
  ]);
});

test('DIFF020: a rotation, a person and a pipeline with another office', () => {
  const after = changed(
    ['rotations.yaml', '  duty: backup', '  duty: backup\n  office: london'],
    ['organization.yaml', 'bernd: { name: Bernd,', 'bernd: { name: Bernd, office: new-york,'],
    ['pipelines.yaml', '  office: london\n', ''],
  );
  expect(told(after, /DIFF020/)).toEqual([
    'DIFF020 the office of "Backup" is London (Europe/London) instead of Three Offices (Europe/Berlin): its hand-offs and hours go by that clock',
    'DIFF020 the office of Bernd is New York (America/New_York) instead of Three Offices (Europe/Berlin): their leave and holidays are local to it',
    'DIFF020 the office of "Settlements" is Three Offices (Europe/Berlin) instead of London (Europe/London): its working days, deadlines and office hours are local to it',
  ]);
});

describe('DIFF021: the zone of an office changes in the middle of a turn', () => {
  const after = changed(['organization.yaml', 'timeZone: Europe/London', 'timeZone: Asia/Muscat']);
  const SAID =
    'DIFF021 "London afternoons" goes by Asia/Muscat instead of Europe/London, in the middle of a turn: ';

  test('which then ends earlier', () => {
    expect(told(after, /DIFF021/)).toEqual([
      `${SAID}George, Mon 23 Nov 2026 15:00 to Mon 30 Nov 15:00 becomes George, Mon 23 Nov 2026 11:00 to Mon 30 Nov 11:00 (times in Asia/Muscat)`,
    ]);
  });

  test("or is another person's at once", () => {
    // Monday, 12:00 in Muscat and 08:00 in London.
    expect(told(after, /DIFF021/, Temporal.Instant.from('2026-11-30T08:00:00Z'))).toEqual([
      `${SAID}George, Mon 23 Nov 2026 15:00 to Mon 30 Nov 15:00 becomes Imran, Mon 30 Nov 2026 11:00 to Mon 7 Dec 11:00 (times in Asia/Muscat)`,
    ]);
  });

  test('and nothing is said where both clocks show the same', () => {
    const lisbon = changed(['organization.yaml', 'timeZone: Europe/London', 'timeZone: Europe/Lisbon']);
    expect(told(lisbon, /DIFF021/)).toEqual([]);
    const { settings, shapes } = diffBetween(OFFICES, lisbon, AS_OF);
    expect(settings).toEqual([
      { key: 'offices.london.timeZone', before: 'Europe/London', after: 'Europe/Lisbon' },
    ]);
    expect(shapes).toEqual([]);
  });
});

test('DIFF006: whether a version has begun is asked of the clock of its rotation', () => {
  // Noon of Monday 30 November in New York is 18:00 in Berlin; at 12:00 in Berlin it has not begun.
  const version = '    - { from: 2026-01-05, order: [kofi, laura, nina] }\n';
  const before = changed([
    'rotations.yaml',
    version,
    `${version}    - { from: 2026-11-30, order: [kofi] }\n`,
  ]);
  const after = changed([
    'rotations.yaml',
    version,
    `${version}    - { from: 2026-11-30, order: [laura] }\n`,
  ]);
  const codes = (asOf: string) =>
    diffBetween(before, after, Temporal.Instant.from(asOf)).warnings.map(({ code }) => code);
  expect(codes('2026-11-30T11:00:00Z')).not.toContain('DIFF006');
  expect(codes('2026-11-30T17:00:01Z')).toContain('DIFF006');
});

test('as text, as Markdown and as JSON', () => {
  const after = changed(
    [
      'rotations.yaml',
      'hours: { from: "06:00", until: "12:00" }',
      'hours: { from: "06:30", until: "12:00" }',
    ],
    ['organization.yaml', 'bernd: { name: Bernd,', 'bernd: { name: Bernd, office: london,'],
  );
  const [before, present] = [sideOf(OFFICES).catalog, sideOf(after).catalog];
  const source = { id: 'data', name: 'data', label: 'data', files: new Map(), uncommitted: false };
  const diff = diffBetween(OFFICES, after, AS_OF);
  const view = { base: source, head: source, diff, before, after: present, problems: [] };
  const text = diffText(view);
  expect(text).toContain(
    'Offices, duties and hours\n  Berlin mornings, hours\n    before: every day 06:00 to 12:00\n    after:  every day 06:30 to 12:00\n',
  );
  expect(text).toContain('Berlin mornings, on-duty: who is on call\n');
  expect(text).toMatch(
    /Fri 27 Nov 2026 06:00 {2}Fri 27 Nov 06:30 {2}Bernd +nobody\n {4}each day to Sun 29 Nov; outside its hours\n/,
  );
  expect(diffMarkdown(view)).toContain(
    '| Bernd, office | Three Offices (Europe/Berlin) | London (Europe/London) |',
  );
  expect(diffMarkdown(view)).toContain('Berlin mornings, on-duty: ');
  expect(diffJson(view)).toMatchObject({
    shapes: [
      {
        what: 'rotation',
        id: 'berlin',
        key: 'hours',
        before: 'every day 06:00 to 12:00',
        after: 'every day 06:30 to 12:00',
      },
      {
        what: 'person',
        id: 'bernd',
        key: 'office',
        before: 'Three Offices (Europe/Berlin)',
        after: 'London (Europe/London)',
      },
    ],
    shifts: expect.arrayContaining([
      {
        rotation: 'berlin',
        duty: 'on-duty',
        from: '2026-11-27T06:00:00+01:00',
        until: '2026-11-27T06:30:00+01:00',
        before: 'bernd',
        after: null,
        reason: 'nobody',
      },
    ]),
  });
});
