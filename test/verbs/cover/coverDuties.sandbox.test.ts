import { Temporal } from 'temporal-polyfill';
import { MORNING, Offices } from './offices';

jest.setTimeout(60_000);

const ZONE = 'Europe/London';
// By hand, for the week from Monday 23 November 2026, the 47th after 5 January (46 turns): 46 % 3 = 1
// is Bernd, George and Laura; the backup is 46 % 6 = 4, Joan, and after her Imran.
let team: Offices;
let leave: string;
beforeEach(async () => {
  team = await Offices.start();
  leave = team.leave;
});
afterEach(() => team.stop());

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ');

test('a later duty, and the schedule that pages the person by name, in the time of their office', async () => {
  const { code, out, err } = await team.cover('joan --until 2026-11-26T18:00 --yes');
  expect([code, err]).toEqual([0, '']);
  expect(team.overrides(ZONE)).toEqual([
    'Backup: Imran 2026-11-26T10:00:20 2026-11-26T18:00:00',
    'Settlements: Joan: Imran 2026-11-26T10:00:20 2026-11-26T18:00:00',
  ]);
  expect(team.leave).toBe(
    `${leave}- { person: joan, from: 2026-11-26T10:00, until: 2026-11-26T18:00, emergency: true }\n`,
  );
  expect(out).toContain('Joan is away, Thu 26 Nov 2026 10:00 to Thu 26 Nov 18:00 (Europe/London).');
  expect(out).toContain('Backup, backup (orders, settlements)\n');
});

test('hours: one override for each of them, and none between them', async () => {
  const { code } = await team.cover('george --from 2026-11-27 --until 2026-11-28 --yes');
  expect(code).toBe(0);
  expect(team.overrides(ZONE)).toEqual([
    'London afternoons: Imran 2026-11-27T11:00:00 2026-11-27T17:00:00',
    'London afternoons: Imran 2026-11-28T11:00:00 2026-11-28T17:00:00',
  ]);
});

test('whoever covers an earlier duty gives up the later one, which somebody else takes', async () => {
  const { code, err, out } = await team.cover(
    'george --from 2026-11-27 --until 2026-11-27 --with joan --yes',
  );
  expect([code, err]).toEqual([0, '']);
  expect(team.overrides(ZONE)).toEqual([
    'Backup: Imran 2026-11-27T11:00:00 2026-11-27T17:00:00',
    'London afternoons: Joan 2026-11-27T11:00:00 2026-11-27T17:00:00',
  ]);
  expect(out).not.toContain('is also on call');
});

describe('--rotation', () => {
  const ARGS = 'joan --until 2026-11-26T18:00 --rotation backup';
  const ENTRY =
    '- { person: joan, from: 2026-11-26T10:00, until: 2026-11-26T18:00, emergency: true, rotation: backup }\n';

  test('hands over one, and the person keeps the rest', async () => {
    const { code, err, out } = await team.cover(`${ARGS} --yes`);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('Joan is away from Backup alone, ');
    expect(team.overrides(ZONE)).toEqual(['Backup: Imran 2026-11-26T10:00:20 2026-11-26T18:00:00']);
    expect(team.leave).toBe(leave + ENTRY);
    const again = await team.cover(ARGS);
    expect([again.code, again.out.match(/already there$/gm)?.length]).toEqual([0, 2]);
  });

  test('is taken back by the same, and by nothing else', async () => {
    await team.cover(`${ARGS} --yes`);
    const whole = await team.cover('joan --until 2026-11-26T18:00 --cancel --yes');
    expect([whole.code, team.leave]).toEqual([0, leave + ENTRY]);
    expect(oneLine(whole.out)).toContain('There is one from backup alone: cancel it with --rotation backup.');
    const back = await team.cover(`${ARGS} --cancel --yes`);
    expect([back.code, team.leave, team.overrides(ZONE)]).toEqual([0, leave, []]);
  });

  test('takes no part of a cover of all that they do', async () => {
    await team.cover('joan --until 2026-11-26T18:00 --yes');
    const [text, overrides] = [team.leave, team.overrides(ZONE)];
    const { code, out } = await team.cover(`${ARGS} --cancel --yes`);
    expect([code, team.leave, team.overrides(ZONE)]).toEqual([0, text, overrides]);
    expect(oneLine(out)).toContain('There is one from all that they do: cancel it without --rotation.');
  });

  test('says so in JSON, beside the duty of each move', async () => {
    const { out } = await team.cover(`${ARGS} --yes --json`);
    expect(JSON.parse(out)).toMatchObject({
      rotation: 'backup',
      timeZone: ZONE,
      moves: [{ rotation: 'backup', duty: 'backup', onDuty: 'imran', insteadOf: 'joan' }],
      leave: { entry: ENTRY.slice(2, -1) },
    });
    const all = await team.cover('joan --until 2026-11-26T18:00 --yes --json');
    expect(JSON.parse(all.out)).toMatchObject({
      rotation: null,
      moves: [{ rotation: 'settlements/joan', duty: null, onDuty: 'imran' }],
    });
  });

  test.each([
    ['bakup', 2, 'unknown rotation "bakup": did you mean "backup"?'],
    ['london', 0, ''],
  ])('%s', async (rotation, code, told) => {
    const { code: exit, err, out } = await team.cover(`joan --until 2026-11-26T18:00 --rotation ${rotation}`);
    expect([exit, err.trim()]).toEqual([code, told]);
    if (code === 0) expect(oneLine(out)).toContain('Joan is not on call in London afternoons, ');
    expect([team.leave, team.overrides(ZONE)]).toEqual([leave, []]);
  });
});

// Any of the fifteen, today and in the weeks in which one side of the ocean has changed its clocks.
test.each([
  ['joan', MORNING, '2026-11-30T12:00', ''],
  ['laura', Temporal.Instant.from('2027-03-12T10:00:00Z'), '2027-03-16T12:00', ''],
  ['anna', Temporal.Instant.from('2027-03-26T10:00:00Z'), '2027-03-29T12:00', ' --with clara'],
  ['fiona', Temporal.Instant.from('2027-03-26T10:00:00Z'), '2027-03-29T12:00', ' --with harriet'],
  ['mike', Temporal.Instant.from('2026-10-28T10:00:00Z'), '2026-11-03T12:00', ' --rotation backup'],
] as const)(
  '%s at %s: what PagerDuty has is what the data says, in and out',
  async (id, now, until, more) => {
    await team.stop();
    team = await Offices.start(now);
    leave = team.leave;
    const span = { from: now.round('second'), until: now.add({ hours: 24 * 7 }) };
    // Every quarter of an hour, and just before it.
    const quarter = span.from.round({ smallestUnit: 'minute', roundingIncrement: 15, roundingMode: 'ceil' });
    const moments = Array.from({ length: 4 * 24 * 7 }, (_, index) =>
      quarter.add({ minutes: 15 * index }),
    ).flatMap((at) => [at.subtract({ seconds: 1 }), at]);
    const args = `${id} --until ${until}${more} --yes`;
    expect(await team.disagreements(span, moments)).toEqual([]);
    const { code, err } = await team.cover(args);
    expect([code, err]).toEqual([0, '']);
    expect(team.overrides(ZONE).length).toBeGreaterThan(0);
    expect(await team.disagreements(span, moments)).toEqual([]);
    await team.cover(`${args} --cancel`);
    expect(await team.disagreements(span, moments)).toEqual([]);
  },
);
