import { readApi } from '../../src/deployment';
import { sandboxHandles } from '../../src/vendors';
import { STACKS } from '../../stacks/stackNames';
import { metricRules } from '../metricRules';
import { suiteUnless } from '../suite';
import { whyNoTerraform } from '../support/terraform';
import { Deployed } from './deployed';
import { xyzTech } from './team';

jest.setTimeout(240_000);

const KEYS =
  'metric: Airflow.dag_run.duration, where: { dag_id: orders, env: "eu-*" }, aggregate: sum, over: 90m, below: 0.5, noData: resolve';

suiteUnless(whyNoTerraform(), 'rules on metrics that are in Datadog, with the real providers', () => {
  let deployed: Deployed;

  beforeAll(async () => {
    deployed = await Deployed.of(metricRules(xyzTech(), KEYS));
  });
  afterAll(() => deployed?.close());

  test('a second plan is empty', async () => {
    for (const stack of STACKS) expect(await deployed.terraform(stack).changes()).toEqual([]);
  });

  test('query, threshold, silence and tags come back as they were sent', async () => {
    const { datadog } = deployed.readers;
    const found = await readApi(deployed.readers, deployed.wanted, await sandboxHandles(datadog));
    const monitors = (all: typeof found.monitors) =>
      all.map(({ key: _, ...monitor }) => ({ ...monitor, tags: [...monitor.tags].sort() }));
    const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
    expect(monitors(found.monitors).sort(byName)).toEqual(monitors(deployed.expected.monitors).sort(byName));
    expect(found.monitors[0]?.query).toBe(
      'sum(last_90m):sum:Airflow.dag_run.duration{dag_id:orders,env:eu-*} < 0.5',
    );
  });
});
