import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { GAUGES, type MonitorDefinition, monitorsOf } from '../../src/alerts';
import type { AlertKind, LedgerKind, Pipeline } from '../../src/catalog';
import { alertRule } from '../../src/catalog/schema/alertRule';
import { organization, type RuleKeys, rule } from '../alerts/fixture';
import { aggregateEngagement, aggregateGrowth, aggregateProfit } from '../alerts/seed';

const text = readFileSync(join(__dirname, '../../docs/alerts.md'), 'utf8');

/** A section's heading, its data and the monitors that the page says it becomes. */
const EXAMPLE =
  /^## (\S+)\n\n(.*)\n\n(?:\|.*\n)*\n?```yaml alert\n([\s\S]*?)^```\n\n```json terraform\n([\s\S]*?)^```$/gm;
const examples = [...text.matchAll(EXAMPLE)].map(([, kind = '', words = '', yaml = '', json = '']) => ({
  kind: kind as AlertKind,
  words,
  yaml,
  json,
}));

/** What the catalog's reader makes of a rule's keys. */
const readRule = (written: unknown) => alertRule.parse(written) as RuleKeys;

function monitorsOfExample(yaml: string): readonly MonitorDefinition[] {
  const front: { pipeline: string; alerts: unknown[] } = parse(yaml);
  const owner = [aggregateProfit, aggregateEngagement, aggregateGrowth].find(
    ({ id }) => id === front.pipeline,
  );
  if (owner?.runbook === undefined) {
    throw new Error(`no pipeline ${front.pipeline}`);
  }
  const alerts = front.alerts.map((written) => rule(readRule(written)));
  const pipeline: Pipeline = { ...owner, runbook: { ...owner.runbook, alerts } };
  return monitorsOf(pipeline, organization, { failureClassesPage: true });
}

function essentials({ name, type, query, criticalText, onMissingData, priority, tags }: MonitorDefinition) {
  return {
    name,
    ...(type === 'query alert' ? {} : { type }),
    query,
    monitor_thresholds: { critical: criticalText },
    ...(onMissingData === 'show_and_notify_no_data' ? {} : { on_missing_data: onMissingData }),
    ...(priority === undefined ? {} : { priority: String(priority) }),
    tags,
  };
}

test('the page has an example of every kind, once, and no block without its pair', () => {
  expect(examples.map(({ kind }) => kind)).toEqual([...Object.keys(GAUGES), 'metric', 'query']);
  expect(text.match(/^```(yaml alert|json terraform)$/gm)).toHaveLength(20);
});

test.each(examples)('$kind becomes the monitors beside it', ({ kind, yaml, json }) => {
  const monitors = monitorsOfExample(yaml);
  expect(new Set(monitors.map((monitor) => monitor.kind))).toEqual(new Set([kind]));
  expect(Object.fromEntries(monitors.map((each) => [each.path.join('/'), essentials(each)]))).toEqual(
    JSON.parse(json),
  );
});

const gauges = examples.filter((example) => Object.hasOwn(GAUGES, example.kind));

test.each(gauges)('$kind names its gauge and its tags', ({ kind, words }) => {
  const { name, tags } = GAUGES[kind as LedgerKind];
  const keys = tags.map((tag) => `\`${tag}\``).join(', ');
  expect(words).toContain(`: \`${name}\`, ${tags.length === 1 ? 'tag' : 'tags'} ${keys}.`);
});
