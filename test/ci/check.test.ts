import { check } from '../../scripts/ci/check';
import type { Run } from '../../scripts/ci/command';

async function asked(env: Record<string, string>, ...args: string[]) {
  const commands: (readonly string[])[] = [];
  const runs: Run = async (command) => {
    commands.push(command.slice(2));
    return { code: 1, out: '' };
  };
  return { code: await check(args, env, runs), commands };
}

test('on GitHub the problems are annotations, elsewhere text; the exit code is that of check', async () => {
  expect(await asked({})).toEqual({ code: 1, commands: [['check']] });
  expect(await asked({ GITHUB_ACTIONS: 'true' }, '--data', 'd')).toEqual({
    code: 1,
    commands: [['check', '--format', 'github', '--data', 'd']],
  });
});
