import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { wrapped } from '../../../src/text/wrapped';
import { ENTRY, GROWTH, NIGHT, PROFIT, SPENCER, Team, TONIGHT } from './fixture';

let team: Team;
beforeEach(async () => {
  team = await Team.start();
});
afterEach(() => team.sandbox.stop());

test('moves both watches at once, and writes the leave behind all that stands in the file', async () => {
  const { code, out, err } = await team.cover(`${TONIGHT} --yes`);
  expect([code, err]).toEqual([0, '']);
  expect(team.overrides).toEqual(SPENCER);
  expect(team.leave).toBe(team.leaveBefore + ENTRY);
  const told = `the SANDBOX ${team.sandbox.url} (WATCHBILL_SANDBOX); data ${team.data}; as of Tue 24 Nov 2026 22:40 (Asia/Kuala_Lumpur)`;
  expect(out.startsWith(wrapped(`Cover on ${told}`))).toBe(true);
  expect(out.endsWith(wrapped(`That was ${told}`))).toBe(true);
  const between = out.slice(wrapped(`Cover on ${told}`).length, -wrapped(`That was ${told}`).length);
  expect(between.replaceAll(team.data, 'data')).toBe(`\
Choo is away, Tue 24 Nov 2026 22:40 to Wed 25 Nov 09:00 (Asia/Kuala_Lumpur).

${PROFIT} (aggregate-profit, aggregate-engagement)
from                   until             covers   override
Tue 24 Nov 2026 22:40  Wed 25 Nov 09:00  Spencer  to be created

${GROWTH} (aggregate-growth)
from                   until             covers   override
Tue 24 Nov 2026 22:40  Wed 25 Nov 09:00  Spencer  to be created

data/leave.yaml: to be added
  ${ENTRY}
Done. PagerDuty confirms that it pages Spencer. Now commit the leave:
  git add data/leave.yaml
  git commit -m 'Leave: choo until 2026-11-25T09:00'
The next deploy adds layers with the same people; the overrides expire by
  themselves.
`);
  expect(await team.who('aggregate-growth', '2026-11-25T03:00')).toContain(
    'Spencer, covers Choo: emergency leave',
  );
});

test('again, and again minutes later, there is nothing left to do and nobody is asked', async () => {
  await team.cover(`${TONIGHT} --yes`);
  const posts = team.calls('POST');
  for (const minutes of [0, 7]) {
    team.now = NIGHT.add({ minutes });
    const { code, out, err, asked } = await team.cover(TONIGHT);
    expect([code, err, asked]).toEqual([0, '', []]);
    expect(out.match(/Spencer {2}already there$/gm)).toHaveLength(2);
    expect(out).toMatch(/leave\.yaml: already there\n/);
  }
  expect([team.leave, team.overrides, team.calls('POST')]).toEqual([
    team.leaveBefore + ENTRY,
    SPENCER,
    posts,
  ]);
});

test('several stand-ins, over a hand-off that nobody notices', async () => {
  // Until Monday 30 November, 09:00, it is Choo's week, then Spencer's, who is away from 12:00 to 13:00 on Saturday.
  team.leave = `${team.leaveBefore}- { person: spencer, from: 2026-11-28T12:00, until: 2026-11-28T13:00 }\n`;
  const { code } = await team.cover('choo --from 2026-11-28 --until 2026-12-03 --yes');
  expect(code).toBe(0);
  expect(team.overrides.filter((line) => line.startsWith(GROWTH))).toEqual([
    `${GROWTH}: Spencer 2026-11-28T00:00:00 2026-11-28T12:00:00`,
    `${GROWTH}: Aidil 2026-11-28T12:00:00 2026-11-28T13:00:00`,
    `${GROWTH}: Spencer 2026-11-28T13:00:00 2026-11-30T09:00:00`,
  ]);
  expect(team.leave).toContain(
    '\n- { person: choo, from: 2026-11-28, until: 2026-12-03, emergency: true }\n',
  );
});

describe('asks', () => {
  test('and does it where the answer is yes', async () => {
    const { code, asked } = await team.cover(TONIGHT, { confirm: async () => true });
    expect([code, asked, team.overrides]).toEqual([0, ['Hand over?'], SPENCER]);
  });

  test('and does nothing where it is no', async () => {
    const { code, err } = await team.cover(TONIGHT, { confirm: async () => false });
    expect([code, err]).toEqual([0, 'nothing was changed\n']);
    team.expectUntouched();
  });

  test('and without a terminal shows what it would do, and does nothing', async () => {
    const { code, out, err } = await team.cover(TONIGHT);
    expect(code).toBe(2);
    expect(out).toContain('Spencer  to be created');
    expect(err).toBe(
      'nothing was changed: there is no terminal to ask for confirmation\n  pass --yes to go ahead without asking\n',
    );
    team.expectUntouched();
  });
});

describe('a swap that two people agreed on', () => {
  test('is written down, so that the roster names the same person', async () => {
    const { code } = await team.cover(`${TONIGHT} --with thiru --yes`);
    expect(code).toBe(0);
    expect(team.overrides).toEqual(SPENCER.map((line) => line.replace('Spencer', 'Thiru')));
    expect(team.leave).toBe(team.leaveBefore + ENTRY.replace(' }', ', cover: thiru }'));
    expect(await team.who('aggregate-growth', '2026-11-25T03:00')).toMatch(
      /Thiru, covers Choo as agreed: .*\n +emergency leave\n/,
    );
    // The same again, also by somebody who forgot the agreement, changes nothing.
    for (const args of [`${TONIGHT} --with thiru`, TONIGHT]) {
      expect(await team.cover(args)).toMatchObject({ code: 0, err: '' });
    }
    expect(team.overrides).toHaveLength(2);
  });

  test('is another one where the leave names somebody else', async () => {
    await team.cover(`${TONIGHT} --with thiru --yes`);
    const { code, err } = await team.cover(`${TONIGHT} --with aidil --yes`);
    expect(code).toBe(1);
    expect(err).toMatch(/^this absence is already in the leave file, with Thiru\n {2}cancel it first/);
    expect(team.overrides).toHaveLength(2);
  });

  test('is refused where the other is away then, or is the same person, or nobody', async () => {
    team.leave = `${team.leaveBefore}- { person: thiru, from: 2026-11-25, until: 2026-11-25 }\n`;
    team.leaveBefore = team.leave;
    expect(await team.cover(`${TONIGHT} --with thiru --yes`)).toMatchObject({
      code: 1,
      err: 'Thiru is away too: Wed 25 Nov 2026 00:00 to Wed 25 Nov 09:00\n  ask somebody else, or cover a shorter time\n  nothing was changed\n',
    });
    expect(await team.cover(`${TONIGHT} --with choo --yes`)).toMatchObject({
      code: 2,
      err: '--with names the person who is away: choo\n  name somebody else, or leave --with out and the rules decide\n',
    });
    expect(await team.cover(`${TONIGHT} --with spencr --yes`)).toMatchObject({
      code: 2,
      err: 'unknown person "spencr": did you mean "spencer"?\n',
    });
    team.expectUntouched();
  });

  test('warns where the other stands elsewhere at that time', async () => {
    // Growth alone is Choo's in Spencer's week of the other one.
    const rotations = join(team.data, 'rotations.yaml');
    const text = readFileSync(rotations, 'utf8');
    const at = text.indexOf('growth:');
    writeFileSync(
      rotations,
      text.slice(0, at).replace('[aidil, thiru, choo, spencer]', '[aidil, choo, spencer, thiru]') +
        text.slice(at),
    );
    const { out } = await team.cover(`${TONIGHT} --with spencer`);
    expect(out.replaceAll(/\s+/g, ' ')).toContain(
      `note: Spencer is also on call in ${PROFIT}, Tue 24 Nov 2026 22:40 to Wed 25 Nov 09:00`,
    );
  });
});

describe('nobody is left', () => {
  const AWAY = ['aidil', 'thiru', 'spencer']
    .map((person) => `- { person: ${person}, from: 2026-11-25T02:00, until: 2026-11-25T04:00 }\n`)
    .join('');

  test('is no cover: who is away is told, and the rostered person stays on call', async () => {
    team.leave = team.leaveBefore + AWAY;
    team.leaveBefore = team.leave;
    const { code, out, err } = await team.cover(`${TONIGHT} --yes`);
    expect([code, out]).toEqual([1, expect.stringMatching(/^Cover on the SANDBOX [^\n]*\n {2}[^\n]*\n$/)]);
    expect(err).toBe(`\
nobody is left to cover
  ${PROFIT}, Wed 25 Nov 2026 02:00 to Wed 25 Nov 04:00: Choo, Spencer, Aidil and Thiru are all away, so Choo stays on call
  ${GROWTH}, Wed 25 Nov 2026 02:00 to Wed 25 Nov 04:00: Choo, Spencer, Aidil and Thiru are all away, so Choo stays on call
  name somebody with --with; they need not be in the rotation
  nothing was changed
`);
    team.expectUntouched();
  });
});

describe('what is left over in a shell', () => {
  test.each(['2026-12-21', '2026-06-01', '2026-11-24'])(
    'WATCHBILL_AS_OF=%s: nothing is asked, and nothing is changed',
    async (value) => {
      const calls = team.sandbox.calls.length;
      const env = { ...team.sandbox.env, WATCHBILL_AS_OF: value };
      const { code, err } = await team.cover(`${TONIGHT} --yes`, { env });
      expect([code, team.sandbox.calls.length]).toEqual([2, calls]);
      expect(err).toMatch(
        /^ASOF002: WATCHBILL_AS_OF is "2026-[\s\S]+--from says when it begins\nTo look a code up: watchbill explain ASOF002\n$/,
      );
      team.expectUntouched();
    },
  );

  test('keys of a real account reach no sandbox', async () => {
    const env = { ...team.sandbox.env, PAGERDUTY_TOKEN: 'y_NbAkKc66ryYTWUXYEu' };
    expect(await team.cover(`${TONIGHT} --yes`, { env })).toMatchObject({ code: 0, err: '' });
    expect(team.overrides).toEqual(SPENCER);
  });
});

test("a machine's clock that is far from PagerDuty's is told before anybody is asked", async () => {
  const { out, err } = await team.cover(TONIGHT, {
    now: () => NIGHT.subtract({ minutes: 12 }),
    confirm: async () => false,
  });
  expect(out).toContain('Tue 24 Nov 2026 22:28');
  expect(err).toMatch(
    /^warning: this machine's clock is 12 min behind PagerDuty's: [\s\S]+nothing was changed\n$/,
  );
});

describe('times', () => {
  test.each([
    ['choo', /^--until is missing\n {2}say when/],
    ['choo --until tomorrow', /^ASOF001: --until is not a valid instant/],
    ['choo --until 2026-11-24T22:40', /^--until is in the past/],
    ['choo --until 2026-11-26 --from 2026-11-27', /^--until is not after --from/],
    ['choo --until 2026-11-25T09:00:30+08:00', /^--until is not to the minute/],
    ['chooo --until 2026-11-26', /^unknown person "chooo": did you mean "choo"\?/],
    ['choo --until 2026-11-26 --json', /^--json cannot ask/],
  ])('%s is wrong usage', async (args, expected) => {
    const { code, err } = await team.cover(args);
    expect(code).toBe(2);
    expect(err).toMatch(expected);
    team.expectUntouched();
  });

  test('a beginning that is past is now, and that is told', async () => {
    const { out } = await team.cover(`${TONIGHT} --from 2026-11-24T20:00 --yes`);
    expect(out).toContain('note: --from is in the past, so the cover begins now\n');
    expect([team.leave, team.overrides]).toEqual([team.leaveBefore + ENTRY, SPENCER]);
  });

  test('more than four weeks is told to be no emergency', async () => {
    const { out } = await team.cover('choo --from 2026-11-25 --until 2026-12-23');
    expect(out).toContain('note: more than four weeks');
    const { out: shorter } = await team.cover('choo --from 2026-11-25 --until 2026-12-22');
    expect(shorter).not.toContain('note: more than four weeks');
  });

  test('somebody who does not stand then has nothing to move', async () => {
    const { code, out } = await team.cover('aidil --until 2026-11-26 --yes');
    expect(code).toBe(0);
    expect(out).toMatch(
      /^Nothing to hand over: Aidil is not on call, Tue 24 Nov 2026 22:40 to Fri 27\s+Nov\s+00:00/m,
    );
    team.expectUntouched();
  });
});

test('--json alone stands on standard output', async () => {
  const { code, out, err } = await team.cover(`${TONIGHT} --with thiru --yes --json`);
  expect([code, err]).toEqual([0, '']);
  const [profit, growth] = team.sandbox.state.pagerduty.schedules;
  const move = {
    from: '2026-11-24T22:40:30+08:00',
    until: '2026-11-25T09:00:00+08:00',
    duty: 'on-duty',
    onDuty: 'thiru',
    insteadOf: 'choo',
    override: 'made',
    reason: null,
  };
  expect(JSON.parse(out)).toEqual({
    accounts: null,
    sandbox: team.sandbox.url,
    data: team.data,
    asOf: '2026-11-24T22:40:30+08:00',
    asOfIsNow: true,
    person: 'choo',
    with: 'thiru',
    rotation: null,
    cancel: false,
    from: move.from,
    until: move.until,
    timeZone: 'Asia/Kuala_Lumpur',
    moves: [
      {
        rotation: 'profit-and-engagement',
        pipelines: ['aggregate-profit', 'aggregate-engagement'],
        schedule: profit?.id,
        ...move,
      },
      { rotation: 'growth', pipelines: ['aggregate-growth'], schedule: growth?.id, ...move },
    ],
    leave: {
      file: team.leavePath,
      entry:
        '{ person: choo, from: 2026-11-24T22:40, until: 2026-11-25T09:00, emergency: true, cover: thiru }',
      change: 'written',
      done: true,
    },
    notes: [],
    problems: [],
    done: true,
  });
});

test('--help says how, and what the codes mean', async () => {
  const { code, out } = await team.cover('--help');
  expect(code).toBe(0);
  expect(out).toContain('watchbill cover aidil --until 2026-11-24T09:00');
  expect(out).toContain('Exit codes: 0 done, or nothing to do; 1 not all done');
});
