import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GROWTH, PROFIT, Team } from './fixture';

let team: Team;
beforeEach(async () => {
  team = await Team.start();
});
afterEach(() => team.sandbox.stop());

/** Growth pages this person by name; the schedule of it is deployed. */
async function growthOf(id: string, name: string, secondary: string): Promise<string> {
  const path = join(team.data, 'pipelines.yaml');
  const text = readFileSync(path, 'utf8');
  const changed = text.replace(
    'primary: accounts\n  secondary: de',
    `primary: ${id}\n  secondary: ${secondary}`,
  );
  expect(changed).not.toBe(text);
  writeFileSync(path, changed);
  const schedule = `Aggregate growth for investors: ${name}`;
  await team.deploy(schedule, [id]);
  return schedule;
}

test('somebody who stands nowhere and is paged by name: their own schedule moves to the other owner', async () => {
  const schedule = await growthOf('spencer', 'Spencer', 'aidil');
  const { code, out, err } = await team.cover('spencer --until 2026-11-25T09:00 --yes');
  expect([code, err]).toEqual([0, '']);
  expect(team.overrides).toEqual([`${schedule}: Aidil 2026-11-24T22:40:30 2026-11-25T09:00:00`]);
  expect(out).toContain(`${schedule} (aggregate-growth)\n`);
  expect(await team.who('aggregate-growth', '2026-11-25T03:00')).toContain(
    'step 1 reaches Aidil, covers Spencer: emergency leave',
  );
  const back = await team.cover('spencer --until 2026-11-25T09:00 --yes --cancel');
  expect([back.code, team.overrides]).toEqual([0, []]);
});

test('whom they agreed with takes their turns, and the other owner what pages them by name', async () => {
  const schedule = await growthOf('choo', 'Choo', 'aidil');
  const { code, err } = await team.cover('choo --until 2026-11-25T09:00 --with thiru --yes');
  expect([code, err]).toEqual([0, '']);
  const span = '2026-11-24T22:40:30 2026-11-25T09:00:00';
  expect([...team.overrides].sort()).toEqual([
    `${schedule}: Aidil ${span}`,
    `${GROWTH}: Thiru ${span}`,
    `${PROFIT}: Thiru ${span}`,
  ]);
});

test('where no other owner can be paged it is said, and the turns move all the same', async () => {
  const schedule = await growthOf('choo', 'Choo', 'de');
  const { code, out } = await team.cover('choo --until 2026-11-25T09:00 --yes');
  expect(code).toBe(0);
  expect(team.overrides.map((text) => text.split(': ')[0])).toEqual([PROFIT, GROWTH]);
  expect(out.replace(/\s+/g, ' ')).toContain(
    `note: Choo is still paged in ${schedule}, Tue 24 Nov 2026 22:40 to Wed 25 Nov 09:00, because no other owner can be`,
  );
});

test('and of somebody who stands nowhere, it does not say that there is nothing to hand over', async () => {
  await growthOf('spencer', 'Spencer', 'de');
  const { code, out } = await team.cover('spencer --until 2026-11-25T09:00 --yes');
  expect([code, team.overrides]).toEqual([0, []]);
  expect(out).toContain('Nothing can be handed over. Spencer is still paged');
  expect(out).not.toContain('is not on call');
});
