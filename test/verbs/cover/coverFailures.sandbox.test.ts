import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ENTRY, FAULTS, faultName, NIGHT, PROFIT, SPENCER, Team, TONIGHT } from './fixture';

// The client waits before it asks again.
jest.mock('node:timers/promises', () => ({ setTimeout: async () => undefined }));

let team: Team;
beforeEach(async () => {
  team = await Team.start();
});
afterEach(() => team.sandbox.stop());

describe('what is missing is found before anything is changed', () => {
  test('a key', async () => {
    const { code, err } = await team.cover(`${TONIGHT} --yes`, { env: { DD_API_KEY: 'x' } });
    expect([code, err]).toEqual([
      2,
      'not set: PAGERDUTY_TOKEN\n  set it to your key, or to the line that npx watchbill sandbox prints\n',
    ]);
    team.expectUntouched();
  });

  test('a person, before a key: what was typed is checked first', async () => {
    const { code, err } = await team.cover(TONIGHT.replace('choo', 'nobody'), { env: {} });
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/^unknown person "nobody": use one of the people: /),
    ]);
  });

  test('the schedule of one of two rotations', async () => {
    await team.sandbox.stop();
    team = await Team.start([PROFIT]);
    team.leaveBefore = team.leave;
    const { code, err } = await team.cover(`${TONIGHT} --yes`);
    expect(code).toBe(1);
    expect(err).toMatch(/^PagerDuty has no schedule "Investor growth": it is not deployed yet\n/);
    team.expectUntouched();
  });

  test('a user', async () => {
    const [, , , spencer] = team.sandbox.state.pagerduty.users;
    Object.assign(spencer ?? {}, { email: 'spencer.tan@xyz-tech.example' });
    const { code, err } = await team.cover(`${TONIGHT} --yes`);
    expect(code).toBe(1);
    expect(err).toMatch(/^PagerDuty has no user with Spencer's log-in spencer@xyz-tech.example\n/);
    team.expectUntouched();
  });

  test('a key that is refused', async () => {
    team.faults = () => ({
      kind: 'status',
      status: 401,
      body: { error: { message: 'Authentication failed' } },
    });
    const { code, err } = await team.cover(`${TONIGHT} --yes`);
    team.faults = () => undefined;
    expect(code).toBe(1);
    expect(err).toMatch(/^PagerDuty GET \/users: answered 401: .*\n {2}nothing was changed/);
    team.expectUntouched();
  });
});

describe('the leave file', () => {
  test('that somebody else changes while we ask: nothing is changed', async () => {
    const { code, out, err } = await team.cover(TONIGHT, {
      confirm: async () => {
        team.leave = team.leaveBefore.replace('2026-12-11', '2026-12-12');
        return true;
      },
    });
    expect(code).toBe(1);
    expect(err).toMatch(
      /^somebody else has changed \S+leave\.yaml in the meantime\n {2}run the same command again/,
    );
    expect(out).toMatch(/leave\.yaml: not changed\nThat was /);
    expect([team.leave, team.overrides]).toEqual([team.leaveBefore.replace('2026-12-11', '2026-12-12'), []]);
  });

  test('that cannot be written: nothing is changed, and nothing stays behind', async () => {
    const beside = join(dirname(team.leavePath), `.${basename(team.leavePath)}.${process.pid}.new`);
    mkdirSync(beside);
    const { code, err } = await team.cover(`${TONIGHT} --yes`);
    expect(code).toBe(1);
    expect(err).toMatch(/leave\.yaml cannot be written: EISDIR/);
    team.expectUntouched();
    rmSync(beside, { recursive: true });
    expect((await team.cover(`${TONIGHT} --yes`)).code).toBe(0);
    expect(team.overrides).toEqual(SPENCER);
  });

  test('beside which a run that was killed left its own: the next one removes it, and nothing else', async () => {
    const folder = dirname(team.leavePath);
    const left = ['.leave.yaml.4711.new', '.leave.yaml.new', '.rotations.yaml.4711.new', '.leaveXyaml.1.new'];
    for (const name of left) writeFileSync(join(folder, name), '- { person: ');
    expect((await team.cover(`${TONIGHT} --yes`)).code).toBe(0);
    expect(readdirSync(folder).filter((name) => left.includes(name))).toEqual(left.slice(1).sort());
  });
});

const BROKEN = [1, 2].flatMap((which) => FAULTS.map((fault) => ({ which, fault, name: faultName(fault) })));

describe('PagerDuty fails', () => {
  test.each(BROKEN)('at override $which by $name: told, and the same again converges', async (broken) => {
    team.break('POST', broken.which, broken.fault);
    const { code, out, err } = await team.cover(`${TONIGHT} --yes`);
    const done = broken.name === 'drop-after' || broken.name === 'truncate';
    expect(code).toBe(done ? 0 : 1);
    // The other of the two is moved all the same, and the leave is noted.
    expect([team.overrides.length, team.leave]).toEqual([done ? 2 : 1, team.leaveBefore + ENTRY]);
    if (!done) {
      expect(out.match(/(created|FAILED)$/gm)?.slice(2)).toEqual(
        broken.which === 1 ? ['FAILED', 'created'] : ['created', 'FAILED'],
      );
      expect(out).toMatch(/leave\.yaml: up to date\nThat was /);
      expect(err).toMatch(/^PagerDuty POST \/schedules\/\w+\/overrides: .*\n {2}run the same command again/);
    }
    team.faults = () => undefined;
    team.now = NIGHT.add({ minutes: 3 });
    expect((await team.cover(`${TONIGHT} --yes`)).code).toBe(0);
    expect(team.overrides.map((line) => line.replace('22:43:30', '22:40:30')).sort()).toEqual(
      [...SPENCER].sort(),
    );
    expect(team.leave).toBe(team.leaveBefore + ENTRY);
  });

  test('for good after the first: what is not known is told as such, and the rest is not tried', async () => {
    let posts = 0;
    team.faults = ({ method }) => {
      if (method === 'POST') posts += 1;
      return posts === 0 ? undefined : method === 'POST' ? { kind: 'drop-after' } : FAULTS[4];
    };
    const { code, out } = await team.cover(`${TONIGHT} --yes`);
    expect(code).toBe(1);
    expect(out).toContain('UNKNOWN\n');
    expect(out).toContain('FAILED: not tried\n');
    expect([team.overrides, team.leave]).toEqual([SPENCER.slice(0, 1), team.leaveBefore + ENTRY]);
    team.faults = () => undefined;
    expect((await team.cover(`${TONIGHT} --yes`)).code).toBe(0);
    expect(team.overrides).toEqual(SPENCER);
  });

  test('in a batch that is answered with success and refused within', async () => {
    team.break('POST', 1, {
      kind: 'status',
      status: 201,
      body: [{ status: 400, errors: ['Override must end after now'], override: {} }],
    });
    const { code, err } = await team.cover(`${TONIGHT} --yes`);
    expect(code).toBe(1);
    expect(err).toContain('answered 400: Override must end after now');
  });

  test('when it is asked whom it pages: that is not taken for well', async () => {
    let posts = 0;
    team.faults = ({ method }) => {
      if (method === 'POST') posts += 1;
      return posts === 2 && method === 'GET' ? FAULTS[4] : undefined;
    };
    const { code, err } = await team.cover(`${TONIGHT} --yes`);
    expect(code).toBe(1);
    expect(err).toMatch(/^could not check who is paged now: PagerDuty GET/);
  });
});

describe.each([
  ['once', (from: number, call: number) => call === from],
  ['from then on', (from: number, call: number) => call >= from],
])('whichever call fails %s', (_, fails) => {
  test.each(
    FAULTS.filter(({ kind }) => kind !== 'truncate')
      .slice(0, 3)
      .map((fault) => ({ fault, name: faultName(fault) })),
  )(
    'by $name: no override is without its leave, what is done is told, and the same again converges',
    async ({ fault }) => {
      const before = team.sandbox.calls.length;
      await team.cover(`${TONIGHT} --yes`);
      // Where an answer is lost it looks again.
      const longest = team.sandbox.calls.length - before + 2;
      await team.cover(`${TONIGHT} --cancel --yes`);
      for (const [args, after] of [
        [`${TONIGHT} --yes`, [team.leaveBefore + ENTRY, [...SPENCER].sort()]],
        [`${TONIGHT} --cancel --yes`, [team.leaveBefore, []]],
      ] as const) {
        for (let from = 1; from <= longest; from += 1) {
          const [leaveBefore, overridesBefore] = [team.leave, [...team.sandbox.state.pagerduty.overrides]];
          let call = 0;
          team.faults = () => {
            call += 1;
            return fails(from, call) ? fault : undefined;
          };
          const { code, out, err } = await team.cover(args);
          if (team.overrides.length > 0) expect(team.leave).toBe(team.leaveBefore + ENTRY);
          const converged =
            JSON.stringify([team.leave, [...team.overrides].sort()]) === JSON.stringify(after);
          if (code === 0) expect([err, converged]).toEqual(['', true]);
          else expect(err).not.toBe('');
          // Each override that is there was there before, or is told to be made or not known.
          const told = [...out.matchAll(/(created|removed|UNKNOWN|FAILED|FAILED: not tried)$/gm)];
          if (code === 1 && team.overrides.length !== overridesBefore.length)
            expect(told.length).toBeGreaterThan(0);
          team.faults = () => undefined;
          expect((await team.cover(args)).code).toBe(0);
          expect([team.leave, [...team.overrides].sort()]).toEqual(after);
          // As before, for the next call to fail.
          team.leave = leaveBefore;
          team.sandbox.state.pagerduty.overrides = overridesBefore.map((each) => ({ ...each }));
        }
        await team.cover(args);
        expect([team.leave, [...team.overrides].sort()]).toEqual(after);
      }
    },
  );
});

test('interrupted after the first of two: what is done and what is not is told, and the same again goes on', async () => {
  let interrupt = () => {};
  let isGivenBack = false;
  team.faults = ({ method }) => {
    if (method === 'POST') interrupt();
    return undefined;
  };
  const { code, out, err } = await team.cover(`${TONIGHT} --yes`, {
    onInterrupt: (listener) => {
      interrupt = listener;
      return () => {
        isGivenBack = true;
      };
    },
  });
  expect([code, isGivenBack]).toEqual([1, true]);
  expect(err).toBe('interrupted\n  run the same command again to continue\n');
  expect(out).toContain('FAILED: not tried\n');
  expect(team.overrides).toEqual(SPENCER.slice(0, 1));
  team.faults = () => undefined;
  expect((await team.cover(`${TONIGHT} --yes`)).code).toBe(0);
  expect(team.overrides).toEqual(SPENCER);
});

test('an override of somebody else is told before, and where it counts afterwards too', async () => {
  const [first] = team.sandbox.state.pagerduty.schedules;
  const aidil = team.sandbox.state.pagerduty.users[0]?.id;
  const body = {
    overrides: [
      {
        start: '2026-11-25T01:00:00+08:00',
        end: '2026-11-25T02:00:00+08:00',
        user: { id: aidil, type: 'user_reference' },
      },
    ],
  };
  await team.post(`/schedules/${first?.id}/overrides`, body);
  const before = await team.cover(`${TONIGHT} --yes`);
  expect(before.out.replaceAll(/\s+/g, ' ')).toContain(
    `note: PagerDuty has another override in ${PROFIT}, Aidil Wed 25 Nov 2026 01:00 to Wed 25 Nov 02:00: the one made last wins`,
  );
  expect(before.code).toBe(0);
  await team.post(`/schedules/${first?.id}/overrides`, body);
  const { code, err } = await team.cover(`${TONIGHT} --yes`);
  expect([code, err]).toEqual([
    1,
    `PagerDuty has Aidil on call in ${PROFIT}, Wed 25 Nov 2026 01:00 to Wed 25 Nov 02:00; the data says Spencer\n  look at the schedule in PagerDuty: an override made after this one wins; the same command again checks it\n`,
  ]);
});
