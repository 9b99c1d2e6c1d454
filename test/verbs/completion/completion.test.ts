import { watchbill } from '../../cli/run';

/** What the command itself names next. */
async function next(...words: string[]): Promise<string[]> {
  const { out } = await watchbill(['__complete', '--', ...words]);
  return out.split('\n').flatMap((line) => (line === '' ? [] : [line.split('\t')[0] ?? '']));
}

test('verbs, by what is typed of them', async () => {
  expect(await next('')).toContain('rehearse');
  expect(await next('')).not.toContain('__complete');
  expect(await next('d')).toEqual(['diff', 'deploy', 'drift']);
  expect(await next('telemetry', '')).toEqual(['sql', 'agent']);
  expect(await next('completion', '')).toEqual(['bash', 'zsh', 'fish']);
});

test('options of the verb, but for those that are there', async () => {
  expect(await next('cover', '--')).toEqual([
    ...['--from', '--until', '--with', '--rotation', '--cancel', '--yes', '--data', '--json', '--help'],
  ]);
  expect(await next('roster', '--json', '--weeks', '4', '--pers', '--')).not.toContain('--json');
  expect(await next('roster', '--p')).toEqual(['--pipeline', '--person']);
});

test('ids of the data: people, pipelines, and the rules of a pipeline', async () => {
  const people = ['aidil', 'spencer', 'thiru', 'choo'];
  expect(await next('cover', '')).toEqual(people);
  expect(await next('cover', 'aidil', '--with', '')).toEqual(people);
  expect(await next('roster', '--person', 'c')).toEqual(['choo']);
  expect(await next('who', 'aggregate-g')).toEqual(['aggregate-growth']);
  expect(await next('mute', 'aggregate-g')).toEqual(['aggregate-growth']);
  expect(await next('roster', '--pipeline', 'unit')).toEqual(['unit-profit-experiments']);
  expect(await next('rehearse', 'aggregate-growth', '')).toEqual([
    ...['runs-too-long', 'growth-out-of-range', 'key-metric-missing'],
  ]);
});

test('diagnostic codes', async () => {
  expect(await next('explain', 'ROTA00')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `ROTA00${n}`));
});

test('nothing where nothing is known: files, free text, no data', async () => {
  expect(await next('check', '--data', '')).toEqual([]);
  expect(await next('roster', '--from', '')).toEqual([]);
  expect(await next('cover', 'aidil', '')).toEqual([]);
  expect(await next('check', '--data', '/nowhere', '--')).not.toContain('--data');
  expect(await next('cover', '--data', '/nowhere', '')).toEqual([]);
});
