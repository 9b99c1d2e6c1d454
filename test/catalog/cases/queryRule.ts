import type { Case } from './case';

const PATH = 'runbooks/aggregate-growth.md';
const DURATION = '{ id: runs-too-long, kind: duration, longerThan: 2h, failureClass: processing }';
const WRITE = 'write the query as Datadog shows it under "Export Monitor", in quotes';
const OWN = 'write it in Terraform: docs/your-own-resources.md';

/** A rule in the place of one that the data has; its query begins in column 47. */
function query(text: string, keys = ''): Case[1] {
  const rule = `{ id: runs-too-long, kind: query, query: "${text}"${keys}, failureClass: processing }`;
  return [{ path: PATH, replace: DURATION, with: rule }];
}

/** What is told by src/catalog/schema/queryRule.ts. */
export const CASES: readonly Case[] = [
  ['a query', query('avg(last_5m):avg:airflow.dag.lag{*} > 3600'), []],
  ['a query without blanks', query('avg(last_5m):avg:a.b{*}>3600', ', noData: resolve'), []],
  [
    'anomalies',
    query("avg(last_4h):anomalies(avg:a.b{*}, 'agile', 2, direction='above') >= 1", ', type: metric alert'),
    [],
  ],
  [
    'a search',
    query("logs('status:error').index('*').rollup('count').last('5m') > 10", ', type: log alert'),
    [],
  ],
  [
    'a threshold that is not at its end',
    query('avg(last_5m):avg:a.b{*} > 3600 ago'),
    [
      `ALRT004 ${PATH}:6:46 "avg(last_5m):avg:a.b{*} > 3600 ago" | write the threshold at its end, e.g. > 3600`,
    ],
  ],
  [
    'no threshold',
    query('avg(last_5m):avg:a.b{*}'),
    [`ALRT004 ${PATH}:6:46 "avg(last_5m):avg:a.b{*}" | write the threshold at its end, e.g. > 3600`],
  ],
  [
    'an exponent',
    query('avg(last_5m):avg:a.b{*} > 1e3'),
    [`ALRT004 ${PATH}:6:46 "avg(last_5m):avg:a.b{*} > 1e3" | write 1000`],
  ],
  [
    'a window that Datadog refuses',
    query('avg(last_5s):avg:a.b{*} > 1'),
    [`ALRT004 ${PATH}:6:46 "avg(last_5s):avg:a.b{*} > 1" | ${WRITE}`],
  ],
  [
    'a scope that is not closed',
    query('avg(last_5m):avg:a.b{* > 1'),
    [`ALRT004 ${PATH}:6:46 "avg(last_5m):avg:a.b{* > 1" | ${WRITE}`],
  ],
  [
    'a search of another type',
    query("logs('x').last('5m') > 10", ', type: rum alert'),
    [`ALRT004 ${PATH}:6:46 "logs('x').last('5m') > 10" | ${WRITE}`],
  ],
  [
    'a formula',
    query("formula('a / b').last('5m') > 10", ', type: log alert'),
    [
      `ALRT005 ${PATH}:6:46 "formula('a / b').last('5m') > 10" | write one query without a formula, or the monitor in Terraform: docs/your-own-resources.md`,
    ],
  ],
  [
    'a type that needs other monitors',
    query('1 && 2', ', type: composite'),
    [`ALRT005 ${PATH}:6:62 "composite" | ${OWN}`],
  ],
  [
    'a type that the provider does not know',
    query('x > 1', ', type: data-jobs alert'),
    [`ALRT005 ${PATH}:6:61 "data-jobs alert" | ${OWN}`],
  ],
  [
    'a type that is none',
    query('x > 1', ', type: log alerts'),
    [`DATA004 ${PATH}:6:61 "log alerts" | did you mean "log alert"?`],
  ],
  [
    'silence of default_zero',
    query('avg(last_5m):default_zero(avg:a.b{*}) < 1', ', noData: alert'),
    [`ALRT006 ${PATH}:6:99 "alert" | remove noData, or default_zero`],
  ],
  [
    'silence of processes',
    query("processes('x').over('y').rollup('count').last('5m') < 1", ', type: process alert, noData: ignore'),
    [`ALRT006 ${PATH}:6:134 "ignore" | remove noData`],
  ],
];
