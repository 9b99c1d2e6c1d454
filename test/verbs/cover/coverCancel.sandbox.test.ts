import { ENTRY, FAULTS, faultName, NIGHT, SPENCER, Team, TONIGHT } from './fixture';

// The client waits before it asks again.
jest.mock('node:timers/promises', () => ({ setTimeout: async () => undefined }));

let team: Team;
beforeEach(async () => {
  team = await Team.start();
});
afterEach(() => team.sandbox.stop());

describe('--cancel', () => {
  const CANCEL = `${TONIGHT} --cancel`;

  test('within the minute: everything is as it was', async () => {
    await team.cover(`${TONIGHT} --yes`);
    const { code, err, asked } = await team.cover(CANCEL, { confirm: async () => true });
    expect([code, err, asked]).toEqual([0, '', ['Cancel the cover?']]);
    team.expectUntouched();
  });

  test('of one that lies ahead: everything is as it was', async () => {
    const later = 'choo --from 2026-11-26T18:00 --until 2026-11-26';
    await team.cover(`${later} --yes`);
    expect(team.overrides).toHaveLength(2);
    await team.cover(`${later} --cancel --yes`);
    team.expectUntouched();
  });

  test('of one that has begun: what is past stays in both', async () => {
    await team.cover(`${TONIGHT} --yes`);
    team.now = NIGHT.add({ minutes: 80 });
    const { code } = await team.cover(`${CANCEL} --yes`);
    expect(code).toBe(0);
    expect(team.leave).toBe(team.leaveBefore + ENTRY.replace('2026-11-25T09:00', '2026-11-24'));
    expect(team.overrides).toEqual(
      SPENCER.map((line) => line.replace('2026-11-25T09:00:00', '2026-11-25T00:00:30')),
    );
    expect((await team.cover(CANCEL)).out).toMatch(/^Nothing to cancel: /m);
  });

  test.each(FAULTS.map((fault) => ({ fault, name: faultName(fault) })))(
    'where PagerDuty fails by $name: the leave stays until the overrides are gone',
    async ({ fault, name }) => {
      await team.cover(`${TONIGHT} --yes`);
      team.break('DELETE', 2, fault);
      const { code, err } = await team.cover(`${CANCEL} --yes`);
      // Nothing stands in the answer to a removal, so nothing of it can be cut off.
      const done = name === 'drop-after' || name === 'truncate';
      expect(code).toBe(done ? 0 : 1);
      if (!done) {
        expect(err).toMatch(/run the same command again to continue\n$/);
        expect([team.leave, team.overrides]).toEqual([team.leaveBefore + ENTRY, SPENCER.slice(1)]);
      }
      team.faults = () => undefined;
      expect((await team.cover(`${CANCEL} --yes`)).code).toBe(0);
      team.expectUntouched();
    },
  );

  test('takes out the overrides where the leave was taken out by hand already', async () => {
    await team.cover(`${TONIGHT} --yes`);
    team.leave = team.leaveBefore;
    expect((await team.cover(`${CANCEL} --yes`)).code).toBe(0);
    team.expectUntouched();
  });

  test('takes out no planned leave, and no override with another end', async () => {
    const planned = '- { person: choo, from: 2026-11-24T22:40, until: 2026-11-25T09:00 }\n';
    await team.cover('choo --until 2026-11-25T08:00 --yes');
    team.leave = team.leaveBefore + planned;
    const { code, out } = await team.cover(CANCEL);
    expect(code).toBe(0);
    expect(out).toMatch(/^Nothing to cancel: /m);
    expect([team.leave, team.overrides.length]).toEqual([team.leaveBefore + planned, 2]);
  });
});
