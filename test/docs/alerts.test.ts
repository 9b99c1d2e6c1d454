import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { parse } from 'yaml';
import { GAUGES, type MonitorDefinition, monitorsOf } from '../../src/alerts';
import type { AlertKind, Pipeline } from '../../src/catalog';
import { organization, type RuleKeys, rule } from '../alerts/fixture';
import { aggregateEngagement, aggregateGrowth, aggregateProfit } from '../alerts/seed';

const text = readFileSync(join(__dirname, '../../docs/alerts.md'), 'utf8');

/** A section's heading, its data and the monitors that the page says it becomes. */
const EXAMPLE = /^## (\S+)\n\n(.*)\n\n```yaml alert\n([\s\S]*?)^```\n\n```json terraform\n([\s\S]*?)^```$/gm;
const examples = [...text.matchAll(EXAMPLE)].map(([, kind = '', words = '', yaml = '', json = '']) => ({
  kind: kind as AlertKind,
  words,
  yaml,
  json,
}));

/** Keys of a rule as YAML has them. */
interface WrittenRule {
  readonly by?: string;
  readonly maxLag?: string;
  readonly longerThan?: string;
}

/** What the catalog's reader does, for the examples' few forms. */
function readRule(written: WrittenRule): RuleKeys {
  const { by, maxLag, longerThan } = written;
  const duration = (hours: string) => Temporal.Duration.from(`PT${hours.toUpperCase()}`);
  return {
    ...written,
    ...(by === undefined ? {} : { by: Temporal.PlainTime.from(by) }),
    ...(maxLag === undefined ? {} : { maxLag: duration(maxLag) }),
    ...(longerThan === undefined ? {} : { longerThan: duration(longerThan) }),
  } as RuleKeys;
}

function monitorsOfExample(yaml: string): readonly MonitorDefinition[] {
  const front: { pipeline: string; alerts: WrittenRule[] } = parse(yaml);
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

function essentials({ name, query, criticalText, priority, tags }: MonitorDefinition) {
  return {
    name,
    query,
    monitor_thresholds: { critical: criticalText },
    ...(priority === undefined ? {} : { priority: String(priority) }),
    tags,
  };
}

test('the page has an example of every kind, once, and no block without its pair', () => {
  expect(examples.map(({ kind }) => kind)).toEqual(Object.keys(GAUGES));
  expect(text.match(/^```(yaml alert|json terraform)$/gm)).toHaveLength(16);
});

test.each(examples)('$kind becomes the monitors beside it', ({ kind, yaml, json }) => {
  const monitors = monitorsOfExample(yaml);
  expect(new Set(monitors.map((monitor) => monitor.kind))).toEqual(new Set([kind]));
  expect(Object.fromEntries(monitors.map((each) => [each.path.join('/'), essentials(each)]))).toEqual(
    JSON.parse(json),
  );
});

test.each(examples)('$kind names its gauge and its tags', ({ kind, words }) => {
  const { name, tags } = GAUGES[kind];
  const keys = tags.map((tag) => `\`${tag}\``).join(', ');
  expect(words).toContain(`: \`${name}\`, ${tags.length === 1 ? 'tag' : 'tags'} ${keys}.`);
});
