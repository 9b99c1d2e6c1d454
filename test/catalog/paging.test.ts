import {
  isAllHeld,
  isHeld,
  loadCatalogOrThrow,
  type Pipeline,
  pagerDutyHandle,
  pagingWords,
  serviceName,
  urgenciesOf,
  urgencyOf,
} from '../../src/catalog';
import { changedData, toldAfter } from './changedData';

/** Growth as the data has it after changes of its two files. */
function growth(keys: string, rule: string): Pipeline {
  const files = changedData(
    {
      path: 'pipelines.yaml',
      replace: 'name: Aggregate growth for investors\n',
      with: `name: Aggregate growth for investors\n${keys}`,
    },
    { path: 'runbooks/aggregate-growth.md', replace: 'longerThan: 2h,', with: `longerThan: 2h,${rule}` },
  );
  const found = loadCatalogOrThrow(files, 'data').pipelines.find(({ id }) => id === 'aggregate-growth');
  if (found === undefined) throw new Error('no growth');
  return found;
}

const words = (pipeline: Pipeline) =>
  pipeline.runbook?.alerts.map((rule) => pagingWords(pipeline, rule)) ?? [];
const urgencies = (pipeline: Pipeline) =>
  pipeline.runbook?.alerts.map((rule) => urgencyOf(pipeline, rule)) ?? [];
const held = (pipeline: Pipeline) => pipeline.runbook?.alerts.map((rule) => isHeld(pipeline, rule)) ?? [];

test('without keys every rule pages at once and at high urgency', () => {
  const plain = growth('', '');
  expect([urgencies(plain), held(plain)]).toEqual([
    ['high', 'high', 'high'],
    [false, false, false],
  ]);
  expect([urgenciesOf(plain), isAllHeld(plain)]).toEqual([['high'], false]);
  expect(words(plain)).toEqual(['', '', '']);
});

test('what a rule says wins over its pipeline', () => {
  const low = growth('  urgency: low\n', ' urgency: high,');
  expect([urgencies(low), urgenciesOf(low)]).toEqual([
    ['high', 'low', 'low'],
    ['high', 'low'],
  ]);
  const one = growth('', ' urgency: low, hold: office-hours,');
  expect([urgencies(one), held(one), isAllHeld(one)]).toEqual([
    ['low', 'high', 'high'],
    [true, false, false],
    false,
  ]);
  expect(words(one)).toEqual(['low urgency, waits for office hours', '', '']);
  const all = growth('  urgency: low\n  hold: office-hours\n', '');
  expect([urgenciesOf(all), held(all), isAllHeld(all)]).toEqual([['low'], [true, true, true], true]);
});

test('the names of the services, and the words of their handles', () => {
  const pipeline = { id: 'orders', name: 'Orders' };
  expect([pagerDutyHandle(pipeline, 'high'), serviceName(pipeline, 'high')]).toEqual(['orders', 'Orders']);
  expect([pagerDutyHandle(pipeline, 'low'), serviceName(pipeline, 'low')]).toEqual([
    'orders-low',
    'Orders (low urgency)',
  ]);
});

test('PIPE010: an office-hours pipeline has neither key, nor has a rule of it', () => {
  expect(
    toldAfter(
      {
        path: 'pipelines.yaml',
        replace: 'primary: aidil\n',
        with: 'primary: aidil\n  urgency: high\n  hold: office-hours\n',
      },
      {
        path: 'runbooks/daily-growth-experiments.md',
        replace: 'failureClass: processing',
        with: 'urgency: low, failureClass: processing',
      },
    ),
  ).toEqual([
    'PIPE010 pipelines.yaml:8:3 "high" | remove the key urgency, or write coverage: on-call',
    'PIPE010 pipelines.yaml:9:3 "office-hours" | remove the key hold, or write coverage: on-call',
    'PIPE010 runbooks/daily-growth-experiments.md:6:44 "low" | remove the key urgency, or write coverage: on-call',
  ]);
});

const growthNamed = (text: string) => ({
  path: 'pipelines.yaml',
  replace: 'aggregate-growth:\n  name: Aggregate growth for investors\n',
  with: text,
});

test('PIPE011: a name that looks like that of a low-urgency service, whoever has it', () => {
  const low = {
    path: 'pipelines.yaml',
    replace: 'secondary: de\naggregate-engagement',
    with: 'secondary: de\n  urgency: low\naggregate-engagement',
  };
  const named = {
    path: 'pipelines.yaml',
    replace: 'name: Daily growth for experiments',
    with: 'name: Aggregate profit for investors (low  urgency)',
  };
  const both = {
    path: 'pipelines.yaml',
    with: Buffer.from(changedData(named).get('pipelines.yaml') ?? [])
      .toString()
      .replace(low.replace, low.with),
  };
  const title = {
    path: 'runbooks/daily-growth-experiments.md',
    replace: '# Daily growth for experiments',
    with: '# Aggregate profit for investors (low  urgency)',
  };
  expect(toldAfter(both, title).filter((line) => line.startsWith('PIPE011'))).toEqual([
    'PIPE011 pipelines.yaml:9:1 "Aggregate profit for investors (low  urgency)" | choose another name: PagerDuty and Datadog tell services apart by it',
  ]);
  // Nobody has a low rule: nothing collides.
  expect(toldAfter(named, title).filter((line) => line.startsWith('PIPE011'))).toEqual([]);
  expect(
    toldAfter(
      growthNamed('aggregate-growth:\n  name: Aggregate growth for investors\n  urgency: lowest\n'),
    )[0],
  ).toContain('DATA');
});
