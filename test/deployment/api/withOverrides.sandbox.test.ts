import { Temporal } from 'temporal-polyfill';
import { readTerraformJson, withOverrides } from '../../../src/deployment';
import { render } from '../../../src/rehearsal';
import { PagerDutyApi, vendorAccess } from '../../../src/vendors';
import { synthesizedStacks } from '../../../src/verbs/synth/synthesizedStacks';
import { Offices } from '../../verbs/cover/offices';

jest.setTimeout(60_000);

let team: Offices;
beforeAll(async () => {
  team = await Offices.start();
});
afterAll(() => team.stop());

test('an override is the last layer of its schedule while it holds, the last one made where two overlap', async () => {
  const { now, sandbox, data } = team;
  const known = sandbox.state.pagerduty.schedules;
  const synthesized = readTerraformJson(synthesizedStacks({ data, asOf: now.toString() }));
  const schedules = synthesized.schedules.map((schedule) => ({
    ...schedule,
    key: known.find(({ name }) => name === schedule.name)?.id ?? '',
  }));
  const pagerDuty = new PagerDutyApi(vendorAccess(sandbox.env).pagerDuty);
  const span = { from: now, until: Temporal.Instant.from('2026-11-28T00:00:00Z') };
  const backup = async () => {
    const { schedules: played } = await withOverrides({ ...synthesized, schedules }, pagerDuty, span);
    const found = played.find(({ name }) => name === 'Backup');
    return found && render(found, span).map(({ from, until, email }) => `${from} ${until} ${email}`);
  };
  const joan = 'joan@three-offices.example';
  // The whole of this week is Joan's.
  expect(await backup()).toEqual([`2026-11-26T10:00:20Z 2026-11-28T00:00:00Z ${joan}`]);
  await team.cover('joan --from 2026-11-26T12:00 --until 2026-11-26T18:00 --with mike --yes');
  expect(await backup()).toEqual([
    `2026-11-26T10:00:20Z 2026-11-26T12:00:00Z ${joan}`,
    '2026-11-26T12:00:00Z 2026-11-26T18:00:00Z mike@three-offices.example',
    `2026-11-26T18:00:00Z 2026-11-28T00:00:00Z ${joan}`,
  ]);
  // In New York's time.
  await team.cover('mike --from 2026-11-26T09:00 --until 2026-11-26T11:00 --yes');
  expect((await backup())?.slice(1, 4)).toEqual([
    '2026-11-26T12:00:00Z 2026-11-26T14:00:00Z mike@three-offices.example',
    '2026-11-26T14:00:00Z 2026-11-26T16:00:00Z imran@three-offices.example',
    '2026-11-26T16:00:00Z 2026-11-26T18:00:00Z mike@three-offices.example',
  ]);
});
