import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENTRY, GROWTH, PROFIT, SPENCER, Team, TONIGHT } from './fixture';

let team: Team;
beforeEach(async () => {
  team = await Team.start();
});
afterEach(() => team.sandbox.stop());

const pagerDuty = () => team.sandbox.state.pagerduty;
const userOf = (name: string) => pagerDuty().users.find((user) => user.name === name);
const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ');

describe('who stands behind the log-in of a stand-in', () => {
  beforeEach(() => {
    const spencer = userOf('Spencer');
    pagerDuty().contactMethods = pagerDuty().contactMethods.filter(
      ({ user, type }) => user !== spencer?.id || type === 'email_contact_method',
    );
    Object.assign(spencer ?? {}, { name: 'Mallory', role: 'observer' });
  });

  test('is told before it asks', async () => {
    const { out, asked } = await team.cover(TONIGHT, { confirm: async () => false });
    expect(asked).toHaveLength(1);
    const notes = oneLine(out);
    expect(notes).toContain('note: Spencer: nothing would wake them: they have only e-mail in PagerDuty');
    expect(notes).toContain(
      'note: Spencer: is called "Mallory" in PagerDuty: this log-in may belong to somebody else',
    );
    expect(notes).toContain('note: Spencer: has the role "observer" in PagerDuty');
    expect([team.leave, team.overrides]).toEqual([team.leaveBefore, []]);
  });

  test('is no reason not to move the watch, and none to call it well', async () => {
    const { code, out, err } = await team.cover(`${TONIGHT} --yes`);
    expect(code).toBe(1);
    expect(team.overrides).toHaveLength(2);
    expect(oneLine(out)).toContain('PagerDuty confirms that it pages Spencer (but nothing would wake them).');
    expect(err).toMatch(/^Spencer: nothing would wake them: .*\n {2}have them add a phone number .*\n$/);
    const { out: json, code: again } = await team.cover(`${TONIGHT} --yes --json`);
    expect([again, JSON.parse(json)]).toMatchObject([
      1,
      { done: false, problems: [expect.stringMatching(/^Spencer: nothing would wake them/)] },
    ]);
  });

  test('is asked of nobody else', async () => {
    const { code, out } = await team.cover(`${TONIGHT} --with thiru --yes`);
    expect(code).toBe(0);
    expect(out).not.toContain('wake');
  });
});

test('contact methods that PagerDuty does not tell keep nobody from covering', async () => {
  team.faults = ({ query }) =>
    query.includes('include')
      ? { kind: 'status', status: 403, body: { error: { message: 'no' } } }
      : undefined;
  const { code, out } = await team.cover(`${TONIGHT} --yes`);
  expect([code, team.overrides]).toEqual([0, SPENCER]);
  expect(oneLine(out)).toContain(
    'note: could not check whether anything would wake them: PagerDuty GET /users',
  );
});

describe('errors elsewhere in the data', () => {
  const edit = (path: string, change: (text: string) => string) => {
    const file = join(team.data, path);
    writeFileSync(file, change(readFileSync(file, 'utf8')));
  };

  test.each<[string, () => void, string]>([
    [
      'a heading in a runbook',
      () => edit('runbooks/aggregate-growth.md', (text) => text.replace('## Escalation', '## Ecalation')),
      'runbooks/aggregate-growth.md',
    ],
    [
      'a pipeline that is not YAML',
      () => appendFileSync(join(team.data, 'pipelines.yaml'), '\n: ['),
      'pipelines.yaml',
    ],
    ['no pipelines at all', () => rmSync(join(team.data, 'pipelines.yaml')), 'pipelines.yaml'],
    ['a file that nobody reads', () => writeFileSync(join(team.data, 'notes.txt'), 'x'), 'notes.txt'],
  ])('%s is told in a line, and stops nothing', async (_, spoil, file) => {
    spoil();
    const { code, out } = await team.cover(`${TONIGHT} --yes`);
    expect(code).toBe(0);
    expect([team.leave, team.overrides]).toEqual([team.leaveBefore + ENTRY, SPENCER]);
    expect(out.match(/^note: /gm)).toHaveLength(1);
    expect(oneLine(out)).toContain(file);
    expect(oneLine(out)).toContain('will stop the next deploy, but not this cover: see npx watchbill check');
  });

  test.each<[string, string, (text: string) => string, string]>([
    ['the order', 'rotations.yaml', (text) => text.replaceAll('choo, spencer', 'choo, spencr'), 'ROTA002'],
    ['a leave', 'leave.yaml', (text) => text.replace('person: thiru', 'person: thru'), 'LEAV001'],
    [
      'a holiday',
      'holidays/2026.yaml',
      (text) => text.replace('date: 2026-12-25', 'date: 2026-13-25'),
      'DATA004',
    ],
    [
      'the organization',
      'organization.yaml',
      (text) => text.replace('timeZone: Asia/', 'timeZone: Aia/'),
      'ORGA001',
    ],
  ])('%s that is wrong is not elsewhere', async (_, path, change, code) => {
    edit(path, change);
    const before = team.leave;
    const { code: exit, err } = await team.cover(`${TONIGHT} --yes`);
    expect(exit).toBe(1);
    expect(err).toContain(code);
    expect(err).toContain('nothing was changed');
    expect([team.leave, team.overrides]).toEqual([before, []]);
  });
});

describe('whom PagerDuty really has on call', () => {
  const override = (name: string, start: string, end: string, which = 1) =>
    team.post(`/schedules/${pagerDuty().schedules[which]?.id}/overrides`, {
      overrides: [{ start, end, user: { id: userOf(name)?.id, type: 'user_reference' } }],
    });

  test('is told where there is nothing to move', async () => {
    const { code, out } = await team.cover('aidil --from 2026-12-01 --until 2026-12-02');
    expect(code).toBe(0);
    expect(oneLine(out)).toContain(
      `PagerDuty has on call: ${PROFIT}: Choo now, Spencer then; ${GROWTH}: Choo now, Spencer then.`,
    );
  });

  test('by an override that was made in another clone: both are told, and it is not well', async () => {
    await override('Aidil', '2026-11-24T23:00:00+08:00', '2026-11-25T09:00:00+08:00');
    const { code, out, err } = await team.cover('aidil --until 2026-11-25T06:00 --yes');
    expect(code).toBe(1);
    expect(out).toMatch(/^Nothing to hand over: Aidil is not on call, /m);
    expect(oneLine(out)).toContain(`PagerDuty has on call: ${PROFIT}: Choo; ${GROWTH}: Choo and Aidil.`);
    expect(err).toMatch(
      /^PagerDuty has Aidil on call in Investor growth, Tue 24 Nov 2026 23:00 to Wed 25 Nov 06:00, but this data does not: .*\n {2}fetch the latest data/,
    );
    expect(team.leave).toBe(team.leaveBefore);
    const json = await team.cover('aidil --until 2026-11-25T06:00 --yes --json');
    expect(JSON.parse(json.out)).toMatchObject({
      done: false,
      problems: [expect.stringContaining('Aidil on call')],
    });
  });

  test("beside what is moved, after the data's own time too", async () => {
    // Choo's week ends on Monday at nine; somebody else gave Choo the hour after it.
    await override('Choo', '2026-11-30T08:00:00+08:00', '2026-11-30T10:00:00+08:00');
    const { code, out, err } = await team.cover(
      'choo --from 2026-11-30T08:30 --until 2026-11-30T12:00 --yes',
    );
    expect(code).toBe(1);
    expect(team.overrides.slice(1)).toEqual(
      [PROFIT, GROWTH].map((name) => `${name}: Spencer 2026-11-30T08:30:00 2026-11-30T09:00:00`),
    );
    const told = 'PagerDuty has Choo on call in Investor growth, Mon 30 Nov 2026 09:00 to Mon 30 Nov 10:00';
    expect(oneLine(out)).toContain(`note: ${told}`);
    expect(err.startsWith(told)).toBe(true);
  });

  test("is nobody's to know where a schedule is not deployed", async () => {
    await team.sandbox.stop();
    team = await Team.start([PROFIT]);
    const { code, out } = await team.cover('aidil --until 2026-11-25T06:00');
    expect(code).toBe(0);
    expect(oneLine(out)).toContain(`PagerDuty has on call: ${PROFIT}: Choo.`);
  });
});

test('agreed is agreed on a day that whoever stands in observes, and that is told', async () => {
  // Christmas is Spencer's, and in Choo's week of 21 December.
  const args = 'choo --from 2026-12-24T18:00 --until 2026-12-25 --with spencer';
  const { code, out } = await team.cover(`${args} --yes`);
  expect(code).toBe(0);
  expect(team.overrides).toEqual(
    [PROFIT, GROWTH].map((name) => `${name}: Spencer 2026-12-24T18:00:00 2026-12-26T00:00:00`),
  );
  expect(oneLine(out)).toContain(
    'note: Spencer observes Christmas, Fri 25 Dec 2026 00:00 to Sat 26 Dec 00:00, but covers anyway, as agreed',
  );
  expect(await team.who('aggregate-growth', '2026-12-25T03:00')).toContain('Spencer, covers Choo as agreed');
  // A leave of their own is another thing.
  team.leave = `${team.leaveBefore}- { person: spencer, from: 2026-12-25, until: 2026-12-25 }\n`;
  const refused = await team.cover(`${args} --yes`);
  expect([refused.code, refused.err]).toMatchObject([1, expect.stringMatching(/^Spencer is away too: /)]);
});
