import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { MonitorQuery } from '../../src/rehearsal';
import type { ToldStory } from './stories';

/** Whether promtool is on this machine; Debian has it in its package `prometheus`. */
export function hasPromtool(): boolean {
  return spawnSync('promtool', ['--version']).status === 0;
}

/**
 * Has promtool play stories: on the same points, with the condition of each monitor in PromQL.
 * @returns processor seconds of the process
 * @throws Error if it does not come to the same states, with its words
 * @see https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/
 */
export function promtoolSeconds(stories: readonly ToldStory[], folder: string): number {
  const conditions = [...new Set(stories.map(({ query, series }) => conditionOf(query, series)))];
  const files = conditions.map((expr, index) => {
    const own = stories.filter(({ query, series }) => conditionOf(query, series) === expr);
    writeFileSync(
      join(folder, `rule-${index}.yaml`),
      stringify({ groups: [{ name: 'one', rules: [{ alert: 'broken', expr }] }] }),
    );
    // A file each, because every test of a file evaluates all of its rules.
    writeFileSync(join(folder, `test-${index}.yaml`), stringify(testsOf(own, `rule-${index}.yaml`)));
    return `test-${index}.yaml`;
  });
  // What a child took is known to nobody else without another tool.
  const run = `promtool test rules ${files.join(' ')} >&2; code=$?; times; exit $code`;
  const { status, stdout, stderr } = spawnSync('bash', ['-c', run], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`promtool disagrees:\n${stderr}`);
  const [, children = ''] = stdout.split('\n');
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
}

function testsOf(stories: readonly ToldStory[], rules: string): object {
  return {
    rule_files: [rules],
    evaluation_interval: '1m',
    tests: stories.map(({ series, states }) => ({
      interval: '1m',
      input_series: series.map(({ metric, tags, values }) => ({
        series: seriesText(metric, tags),
        values: values.map((value) => value ?? 'stale').join(' '),
      })),
      alert_rule_test: states.map(({ minute, isAlert }) => ({
        eval_time: `${minute}m`,
        alertname: 'broken',
        exp_alerts: isAlert ? [{}] : [],
      })),
    })),
  };
}

/** A window is open at its beginning for us, and closed for promtool: less than the minute before it. */
function conditionOf(
  { aggregation, windowMinutes, expression, comparison, threshold }: ToldStory['query'],
  series: ToldStory['series'],
): string {
  // The quick form, where it means the same: of one series there is nothing to merge.
  const value =
    expression.kind === 'series' && series.length < 2
      ? `${expression.space}(${aggregation}_over_time(${seriesText(expression.metric, expression.tags)}[${windowMinutes * 60 - 1}s]))`
      : `${aggregation}_over_time((${promql(expression)})[${windowMinutes - 1}m:1m])`;
  return `${value} ${comparison} ${threshold}`;
}

function promql(expression: MonitorQuery['expression']): string {
  switch (expression.kind) {
    case 'number':
      return String(expression.value);
    case 'series':
      return `${expression.space}(${seriesText(expression.metric, expression.tags)})`;
    case 'abs':
      return `abs(${promql(expression.of)})`;
    case 'arithmetic':
      return `(${promql(expression.left)} ${expression.operator} ${promql(expression.right)})`;
    case 'default_zero':
      return `(${promql(expression.of)} or vector(0))`;
  }
}

function seriesText(metric: string, tags: readonly string[]): string {
  const labels = tags.map((tag) => tag.split(':')).map(([key, value]) => `${key}=${JSON.stringify(value)}`);
  return `${metric.replaceAll('.', '_')}{${labels.join(', ')}}`;
}
