import type { Case } from './case';

const PATH = 'runbooks/aggregate-growth.md';
const DURATION = '{ id: runs-too-long, kind: duration, longerThan: 2h, failureClass: processing }';

/** A rule in the place of one that the data has, with the column at which a text of it begins. */
function metric(keys: string): Case[1] {
  const rule = `{ id: runs-too-long, kind: metric, ${keys}, failureClass: processing }`;
  return [{ path: PATH, replace: DURATION, with: rule }];
}

/** What is told by src/catalog/schema/metricRule.ts and datadogName.ts. */
export const CASES: readonly Case[] = [
  ['a metric rule', metric('metric: airflow.dag.lag, above: 3600'), []],
  [
    'a metric rule with every key',
    metric(
      'metric: Airflow.dag_lag.95p, where: { dag: orders, "kube_cluster": "eu:*" }, aggregate: max, over: 7d, above: -0.5, noData: resolve, unit: seconds, priority: 1',
    ),
    [],
  ],
  [
    'both bounds',
    metric('metric: a.b, above: 1, below: 0'),
    [`ALRT001 ${PATH}:6:70 0 | remove one, or write two rules, each with a section of its own`],
  ],
  [
    'no bound',
    metric('metric: a.b'),
    [`ALRT001 ${PATH}:6:5 {"id":"runs-too-long","kind":"metric","metric":"a.b","failu… | add above or below`],
  ],
  [
    'a window longer than a week',
    metric('metric: a.b, over: 8d, above: 1'),
    [`ALRT002 ${PATH}:6:59 "8d" | write at most 7d`],
  ],
  [
    'a window of zero',
    metric('metric: a.b, over: 0m, above: 1'),
    [`ALRT002 ${PATH}:6:59 "0m" | write at least 1m`],
  ],
  [
    'a window in seconds',
    metric('metric: a.b, over: 30s, above: 1'),
    [
      `DATA004 ${PATH}:6:59 "30s" | write a whole number and a unit: m (minutes), h (hours) or d (days), e.g. 90m, 16h, 7d`,
    ],
  ],
  [
    'a minimum with above',
    metric('metric: a.b, aggregate: min, above: 1'),
    [
      `ALRT003 ${PATH}:6:64 "min" | write aggregate: max; for "above in every minute of the window", a rule of kind query with min(last_5m):max:…`,
    ],
  ],
  [
    'a maximum with below',
    metric('metric: a.b, aggregate: max, below: 1'),
    [
      `ALRT003 ${PATH}:6:64 "max" | write aggregate: min; for "below in every minute of the window", a rule of kind query with max(last_5m):min:…`,
    ],
  ],
  [
    'an aggregate that Datadog has for distributions alone',
    metric('metric: a.b, aggregate: p95, above: 1'),
    [`DATA004 ${PATH}:6:64 "p95" | use one of the values: avg, min, max, sum`],
  ],
  [
    'a tag with a comma',
    metric('metric: a.b, where: { dag: "a,b" }, above: 1'),
    [
      `DATA004 ${PATH}:6:67 "a,b" | write one value: letters, digits, underscores, hyphens, colons, full stops, slashes, * for any text; quote it if it looks like a number, true or false`,
    ],
  ],
  [
    'a tag with braces',
    metric('metric: a.b, where: { dag: "{{x}}" }, above: 1'),
    [
      `DATA004 ${PATH}:6:67 "{{x}}" | write one value: letters, digits, underscores, hyphens, colons, full stops, slashes, * for any text; quote it if it looks like a number, true or false`,
    ],
  ],
  [
    'a tag that is a number',
    metric('metric: a.b, where: { shard: 3 }, above: 1'),
    [
      `DATA003 ${PATH}:6:69 3 | write one value: letters, digits, underscores, hyphens, colons, full stops, slashes, * for any text; quote it if it looks like a number, true or false`,
    ],
  ],
  [
    'a key of a tag that excludes',
    metric('metric: a.b, where: { "!env": dev }, above: 1'),
    [
      `DATA004 ${PATH}:6:62 "!env" | write the key alone: letters, digits, underscores, hyphens, full stops, slashes`,
    ],
  ],
  [
    'a list of tags',
    metric('metric: a.b, where: [dag:orders], above: 1'),
    [`DATA003 ${PATH}:6:60 ["dag:orders"] | write a map of tags, e.g. { dag: orders }`],
  ],
  [
    'a name with a scope',
    metric('metric: "a.b{*}", above: 1'),
    [
      `DATA004 ${PATH}:6:48 "a.b{*}" | write the name as Datadog shows it: letters, digits, underscores and full stops, e.g. airflow.dag.lag`,
    ],
  ],
  [
    'not a number',
    metric('metric: a.b, above: .nan'),
    [`DATA003 ${PATH}:6:60 NaN | write a number without quotes, unit or percent sign`],
  ],
  [
    'a bound with a unit',
    metric('metric: a.b, above: 1h'),
    [`DATA003 ${PATH}:6:60 "1h" | write a number without quotes, unit or percent sign`],
  ],
  [
    'a handle as a unit',
    metric('metric: a.b, above: 1, unit: "@all"'),
    [`TEXT001 ${PATH}:6:69 "@all" | write it without @`],
  ],
];
