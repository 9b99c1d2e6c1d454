import { monitorsOf } from '../../src/alerts';
import { organization, pipeline, type RuleKeys, rule } from './fixture';

function namesOf(...alerts: ReturnType<typeof rule>[]) {
  return monitorsOf(pipeline(alerts, { name: 'P' }), organization, { failureClassesPage: true }).map(
    ({ name }) => name,
  );
}

const missing = (id: string, ...metrics: string[]): RuleKeys => ({
  id,
  kind: 'missing',
  metrics,
  failureClass: 'data',
});

test('one monitor bears the title alone, several bear their metric', () => {
  expect(namesOf(rule(missing('gone', 'a')))).toEqual(['P: Gone']);
  expect(namesOf(rule(missing('gone', 'a', 'b')))).toEqual(['P: Gone (a)', 'P: Gone (b)']);
});

test('one bound of one metric bears the title alone', () => {
  expect(namesOf(rule({ id: 'low', kind: 'range', metrics: ['a'], min: 0, failureClass: 'data' }))).toEqual([
    'P: Low',
  ]);
  expect(
    namesOf(rule({ id: 'odd', kind: 'range', metrics: ['a'], min: 0, max: 1, failureClass: 'data' })),
  ).toEqual(['P: Odd (a below bound)', 'P: Odd (a above bound)']);
});

test('titles are inert and cut', () => {
  expect(namesOf(rule(missing('gone', 'a'), { title: '{{#is_alert}} @all' }))).toEqual([
    'P: ((#is_alert)) (at)all',
  ]);
  expect(namesOf(rule(missing('gone', 'a'), { title: 'x'.repeat(200) }))).toEqual([`P: ${'x'.repeat(79)}…`]);
});

test('names that would be the same bear their paths', () => {
  expect(
    namesOf(rule(missing('gone', 'a', 'b')), rule(missing('gone-a', 'c'), { title: 'Gone (a)' })),
  ).toEqual(['P: Gone (a) [gone/a]', 'P: Gone (b)', 'P: Gone (a) [gone-a/c]']);
});
