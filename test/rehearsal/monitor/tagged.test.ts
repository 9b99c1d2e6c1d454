import { isRead } from '../../../src/rehearsal/monitor/tagged';

const reads = (wanted: string, tags: readonly string[], without: readonly string[] = []) =>
  isRead(
    { kind: 'series', space: 'avg', by: [], metric: 'a.b', tags: [wanted], without },
    { metric: 'a.b', tags },
  );

test.each([
  ['env:prod', ['env:prod', 'team:ba'], true],
  ['env:prod', ['env:production'], false],
  // A star is any text, also none; all else is itself, from the beginning to the end.
  ['env:prod*', ['team:ba', 'env:production'], true],
  ['env:prod*', ['env:prod'], true],
  ['env:prod*', ['old-env:prod'], false],
  ['host:*.eu', ['host:a.eu'], true],
  ['host:*.eu', ['host:a.eux'], false],
  ['host:*.eu', ['host:a-eu'], false],
  ['host:a*b*c', ['host:a1b2c'], true],
  ['host:a*b*c', ['host:a1c2b'], false],
])('%s is read of %j: %s', (wanted, tags, expected) => {
  expect(reads(wanted, tags)).toBe(expected);
});

test('what a query leaves out is not read, nor is another metric', () => {
  expect(reads('env:*', ['env:dev'], ['env:prod'])).toBe(true);
  expect(reads('env:*', ['env:dev'], ['env:d*'])).toBe(false);
  const series = { kind: 'series', space: 'avg', by: [], metric: 'a.b', tags: [], without: [] } as const;
  expect(isRead(series, { metric: 'a.c', tags: [] })).toBe(false);
});
