import { suiteUnless } from '../suite';
import { whyNoTerraform } from '../support/terraform';
import { SplitFolder } from './splitFolder';
import { edited, xyzTech } from './team';

jest.setTimeout(400_000);

suiteUnless(whyNoTerraform(), 'teams whose stacks are split by team, and put together again', () => {
  const files = xyzTech();
  let split: SplitFolder;
  beforeAll(async () => {
    split = await SplitFolder.of(files);
    split.divide(true);
  });
  afterAll(() => split?.folder.remove());

  test('a pipeline changes hands: the stacks of both teams move together, and each service stays what it is', async () => {
    expect((await split.deploy()).code).toBe(0);
    const services = () => split.folder.sandbox.state.pagerduty.services.map(({ id }) => id).sort();
    const before = services();
    split.folder.write(
      edited(files, 'pipelines.yaml', (text) =>
        text.replace(/(aggregate-engagement:\n(?:.*\n)*?.*primary: )ba/, '$1accounts'),
      ),
    );
    const stopped = await split.deploy();
    expect([stopped.code, stopped.err]).toEqual([1, expect.stringContaining('  on-call-ba to on-call: ')]);
    expect(stopped.err).toContain('  monitors-ba to monitors-accounts: ');
    expect((await split.moves()).code).toBe(0);
    expect((await split.deploy()).code).toBe(0);
    expect(await split.settled()).toBe(6);
    expect(services()).toEqual(before);
  });

  test('two stacks again: what the data no longer names is found, moved, and nothing is made anew', async () => {
    split.folder.write(files);
    split.divide(false);
    const { pagerduty, datadog } = split.folder.sandbox.state;
    const services = pagerduty.services.map(({ id }) => id);
    const monitors = datadog.monitors.map(({ id }) => id);
    const stopped = await split.deploy();
    expect([stopped.code, stopped.err]).toEqual([1, expect.stringContaining('  on-call-de to on-call: ')]);
    expect(stopped.err).toContain('  monitors-accounts to monitors: ');
    expect((await split.moves()).code).toBe(0);
    expect((await split.deploy()).code).toBe(0);
    expect(await split.settled()).toBe(2);
    expect(pagerduty.services.map(({ id }) => id)).toEqual(services);
    expect(datadog.monitors.map(({ id }) => id)).toEqual(monitors);
    expect(split.folder.leaks()).toEqual([]);
  });
});
