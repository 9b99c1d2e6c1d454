import { readApi } from '../../src/deployment';
import { sandboxHandles } from '../../src/vendors';
import { STACKS } from '../../stacks/stackNames';
import { metricRules } from '../metricRules';
import { suiteUnless } from '../suite';
import { whyNoTerraform } from '../support/terraform';
import { Deployed } from './deployed';
import { smallTeam } from './faults/smallTeam';

jest.setTimeout(240_000);

/** Rules on metrics and in Datadog's own words, each for all rules of the small team, and the query that becomes of it. */
const RULES = [
  [
    'a metric',
    'metric, metric: Airflow.dag_run.duration, where: { dag_id: orders, env: "eu-*" }, aggregate: sum, over: 90m, below: 0.5, noData: resolve',
    'sum(last_90m):sum:Airflow.dag_run.duration{dag_id:orders,env:eu-*} < 0.5',
  ],
  [
    'a query with default_zero and groups',
    'query, query: "min(last_5m):default_zero(100 * sum:a.b{*} by {dag}.as_count() / sum:c.d{*} by {dag}) <= -2.50"',
    'min(last_5m):default_zero(100 * sum:a.b{*} by {dag}.as_count() / sum:c.d{*} by {dag}) <= -2.50',
  ],
  [
    'a search of logs',
    `query, type: log alert, query: "logs('status:error').index('*').rollup('count').last('15m') > 10"`,
    "logs('status:error').index('*').rollup('count').last('15m') > 10",
  ],
  [
    'an SLO, which has no option for missing data',
    `query, type: slo alert, query: "error_budget('0123').over('7d') > 75"`,
    "error_budget('0123').over('7d') > 75",
  ],
] as const;

suiteUnless(whyNoTerraform(), 'rules on what is in Datadog already, with the real providers', () => {
  describe.each(RULES)('%s', (_, keys, query) => {
    let deployed: Deployed;

    beforeAll(async () => {
      deployed = await Deployed.of(metricRules(smallTeam(), keys));
    });
    afterAll(() => deployed?.close());

    test('a second plan is empty', async () => {
      for (const stack of STACKS) expect(await deployed.terraform(stack).changes()).toEqual([]);
    });

    test('query, threshold, silence and tags come back as they were sent', async () => {
      const { datadog } = deployed.readers;
      const found = await readApi(deployed.readers, deployed.wanted, await sandboxHandles(datadog));
      const monitors = (all: typeof found.monitors) =>
        all
          .map(({ key: __, ...monitor }) => ({ ...monitor, tags: [...monitor.tags].sort() }))
          .sort((a, b) => (a.name < b.name ? -1 : 1));
      expect(monitors(found.monitors)).toEqual(monitors(deployed.expected.monitors));
      expect(found.monitors[0]?.query).toBe(query);
    });
  });
});
