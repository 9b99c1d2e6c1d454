import { choosPipeline } from '../../cli/choosPipeline';
import { changedData } from '../../cli/folder';
import { watchbill } from '../../cli/run';

interface RosterJson {
  readonly rotations: {
    readonly id: string;
    readonly shifts: {
      from: string;
      until: string;
      onDuty: string;
      rostered: string;
      reason: string;
    }[];
  }[];
  readonly clashes: unknown[];
  readonly gaps: unknown[];
}

test('for programs: half open, consecutive, from as-of to the horizon', async () => {
  const { code, out } = await watchbill(['roster', '--json']);
  expect(code).toBe(0);
  const json = JSON.parse(out) as RosterJson;
  expect(json).toMatchObject({
    asOf: '2026-11-23T00:00:00+08:00',
    timeZone: 'Asia/Kuala_Lumpur',
    clashes: [],
    gaps: [],
  });
  expect(json.rotations.map(({ id }) => id)).toEqual(['profit-and-engagement', 'growth']);
  for (const { shifts } of json.rotations) {
    expect(shifts[0]?.from).toBe('2026-11-23T00:00:00+08:00');
    expect(shifts.at(-1)?.until).toBe('2027-02-15T00:00:00+08:00');
    for (const [index, { from }] of shifts.entries())
      if (index > 0) expect(from).toBe(shifts[index - 1]?.until);
  }
});

test('the weeks of the document: Aidil, Thiru, Choo, Spencer, and Spencer, Choo, Aidil, Thiru', async () => {
  const { out } = await watchbill(['roster', '--from', '2026-01-05T09:00', '--weeks', '4', '--json']);
  const { rotations } = JSON.parse(out) as RosterJson;
  expect(
    rotations.map(({ shifts }) =>
      shifts.filter(({ reason }) => reason === 'rotation').map(({ onDuty }) => onDuty),
    ),
  ).toEqual([
    ['aidil', 'thiru', 'choo', 'spencer'],
    ['spencer', 'choo', 'aidil', 'thiru'],
  ]);
});

test('for people: names, weekdays, covers with their reason, no line over 80 columns', async () => {
  const { out } = await watchbill(['roster', '--from', '2026-11-02', '--weeks', '2']);
  expect(out).toMatchInlineSnapshot(`
    "Investor profit and engagement (aggregate-profit, aggregate-engagement)
    from                   until             on call
    Mon 26 Oct 2026 09:00  Mon 2 Nov 09:00   Choo
    Mon 2 Nov 2026 09:00   Mon 9 Nov 09:00   Spencer
    Mon 9 Nov 2026 09:00   Mon 16 Nov 00:00  Aidil    continues

    Investor growth (aggregate-growth)
    from                   until             on call
    Mon 26 Oct 2026 09:00  Mon 2 Nov 09:00   Aidil
    Mon 2 Nov 2026 09:00   Sun 8 Nov 00:00   Thiru
    Sun 8 Nov 2026 00:00   Mon 9 Nov 09:00   Spencer  covers Thiru: Deepavali, leave
    Mon 9 Nov 2026 09:00   Mon 16 Nov 00:00  Spencer  continues
    "
  `);
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
});

test('before the first version nobody stands, and it is said', async () => {
  const { out } = await watchbill([
    'roster',
    '--from',
    '2026-01-05',
    '--weeks',
    '1',
    '--pipeline',
    'aggregate-growth',
  ]);
  expect(out).toMatchInlineSnapshot(`
    "Investor growth (aggregate-growth)
    from                  until             on call
    Mon 5 Jan 2026 00:00  Mon 5 Jan 09:00   nobody   before the first version
    Mon 5 Jan 2026 09:00  Mon 12 Jan 00:00  Spencer  continues
    "
  `);
});

test("one person's watches, the covered ones too", async () => {
  const { out } = await watchbill([
    'roster',
    '--person',
    'spencer',
    '--from',
    '2026-12-01',
    '--weeks',
    '2',
    '--json',
  ]);
  const { rotations } = JSON.parse(out) as RosterJson;
  expect(
    rotations.map(({ shifts }) =>
      shifts.map(({ onDuty, rostered, reason }) => `${onDuty} ${rostered} ${reason}`),
    ),
  ).toEqual([
    ['spencer spencer rotation', 'aidil spencer cover'],
    ['choo spencer cover', 'spencer spencer rotation'],
  ]);
});

test('a clash is named', async () => {
  const data = changedData('leave.yaml', (text) =>
    ['aidil', 'thiru', 'choo', 'spencer'].reduce(
      (all, person) => `${all}- { person: ${person}, from: 2026-12-02, until: 2026-12-02 }\n`,
      text,
    ),
  );
  const { out } = await watchbill([
    'roster',
    '--data',
    data,
    '--from',
    '2026-12-01',
    '--weeks',
    '1',
    '--json',
  ]);
  expect(JSON.parse(out)).toMatchObject({
    clashes: [
      {
        rotation: 'profit-and-engagement',
        from: '2026-12-02T00:00:00+08:00',
        until: '2026-12-03T00:00:00+08:00',
        rostered: 'spencer',
      },
      { rotation: 'growth', rostered: 'thiru' },
    ],
  });
});

test.each([
  [['--weeks', '0'], '--weeks is not a whole number from 1 to 9999: "0"'],
  [['--weeks', 'two'], '"two"'],
  [['--from', '2026-02-30'], 'ASOF001: --from is not a valid instant: "2026-02-30"'],
  [['--pipeline', 'agregate-profit'], 'unknown pipeline "agregate-profit": did you mean "aggregate-profit"?'],
  [['--pipeline', 'daily-growth-experiments'], 'office-hours pipeline: nobody is on call'],
  [['--person', 'aidl'], 'unknown person "aidl": did you mean "aidil"?'],
  [['--wekks', '2'], "unknown option '--wekks'"],
])('wrong usage %j', async (args, message) => {
  const { code, out, err } = await watchbill(['roster', ...args]);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(message);
});

test('a time past the last holiday file is an error, not a guess; so is data with errors', async () => {
  const late = await watchbill(['roster', '--weeks', '60']);
  expect([late.code, late.out]).toEqual([1, '']);
  expect(late.err).toContain('HOLI003');
  const broken = await watchbill(['roster', '--data', changedData('leave.yaml', (text) => `${text}- {}\n`)]);
  expect([broken.code, broken.out]).toEqual([1, '']);
  expect(broken.err).toContain('DATA002');
});

test('a person who is paged by name: who is reached, and clashes among the others', async () => {
  const both =
    '- { person: choo, from: 2026-12-01, until: 2026-12-02 }\n- { person: aidil, from: 2026-12-02, until: 2026-12-02 }\n';
  const env = { WATCHBILL_DATA: choosPipeline(both) };
  const asked = ['roster', '--from', '2026-11-30T09:00', '--weeks', '1', '--pipeline', 'aggregate-growth'];
  const { out } = await watchbill([...asked, '--json'], env);
  const { persons, clashes } = JSON.parse(out);
  const shift = (from: string, until: string, onDuty: string, reason: string) => ({
    from: `2026-${from}:00+08:00`,
    until: `2026-${until}:00+08:00`,
    onDuty,
    rostered: 'choo',
    reason,
  });
  expect(persons).toEqual([
    {
      id: 'aggregate-growth/choo',
      pipeline: 'aggregate-growth',
      person: 'choo',
      shifts: [
        shift('11-30T09:00', '12-01T00:00', 'choo', 'rotation'),
        shift('12-01T00:00', '12-02T00:00', 'aidil', 'cover'),
        shift('12-02T00:00', '12-03T00:00', 'choo', 'clash'),
        shift('12-03T00:00', '12-07T09:00', 'choo', 'rotation'),
      ],
    },
  ]);
  expect(clashes).toEqual([
    {
      rotation: 'aggregate-growth/choo',
      from: '2026-12-02T00:00:00+08:00',
      until: '2026-12-03T00:00:00+08:00',
      rostered: 'choo',
      away: ['choo', 'aidil'],
    },
  ]);
  const text = (await watchbill(asked, env)).out;
  expect(text).toContain('Aggregate growth for investors: Choo (aggregate-growth)\n');
  expect(text).toMatch(/Tue 1 Dec 2026 00:00 +Wed 2 Dec 00:00 +Aidil +covers Choo: leave\n/);
});
