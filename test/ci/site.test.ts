import type { Run } from '../../scripts/ci/command';
import { site } from '../../scripts/ci/site';

test('the site is left where the workflow takes it from, with the options that are given; the exit code is that of site', async () => {
  const asked: (readonly [readonly string[], object])[] = [];
  const runs: Run = async (command, env) => {
    asked.push([command.slice(2), env]);
    return { code: 1, out: '' };
  };
  expect(await site(['--contacts'], { WATCHBILL_AS_OF: '', LANG: 'C' }, runs)).toBe(1);
  expect(asked).toEqual([[['site', '--out', 'ci.out/site', '--contacts'], { LANG: 'C' }]]);
});
