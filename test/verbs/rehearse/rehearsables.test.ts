import type { Deployment, Monitor } from '../../../src/deployment';
import { rehearsables } from '../../../src/verbs/rehearse/rehearsables';
import { catalogOf, FILES } from '../../stacks/xyzTech';

const catalog = catalogOf(FILES);
const growth = catalog.pipelines.find(({ id }) => id === 'aggregate-growth');
const monitorOf = (alert: string) =>
  ({
    key: `datadog_monitor.${alert}`,
    query: '',
    tags: ['pipeline:aggregate-growth', `alert:${alert}`],
  }) as unknown as Monitor;
/** Only the monitors of one pipeline are there. */
const deployment = {
  monitors: (growth?.runbook?.alerts ?? []).map(({ id }) => monitorOf(id)),
} as unknown as Deployment;

test('a pipeline is rehearsed although the monitors of another one are missing', () => {
  const rules = rehearsables(catalog, deployment, ['aggregate-growth', undefined]).map(({ rule }) => rule.id);
  expect(rules).toEqual(growth?.runbook?.alerts.map(({ id }) => id));
  expect(rules.length).toBeGreaterThan(1);
});

test('one rule is rehearsed although another of its pipeline has no monitor', () => {
  const only = { monitors: [monitorOf('runs-too-long')] } as unknown as Deployment;
  const [found, ...others] = rehearsables(catalog, only, ['aggregate-growth', 'runs-too-long']);
  expect([found?.monitor.key, others]).toEqual(['datadog_monitor.runs-too-long', []]);
  expect(() => rehearsables(catalog, only, ['aggregate-growth', undefined])).toThrow(
    /^aggregate-growth, .*: no monitor of this rule is deployed/,
  );
});

test('all rules are: the first one without a monitor is named', () => {
  expect(() => rehearsables(catalog, deployment, [undefined, undefined])).toThrow(
    /^unit-profit-experiments, pipeline-failure: no monitor of this rule is deployed/,
  );
});

test('an id that the data does not have is said before any monitor is missed', () => {
  expect(() => rehearsables(catalog, deployment, ['aggregate-gain', undefined])).toThrow(/aggregate-gain/);
});
