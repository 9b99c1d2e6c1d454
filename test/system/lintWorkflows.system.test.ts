import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

jest.setTimeout(60_000);

const ROOT = resolve(__dirname, '../..');
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

describe('npm run lint:workflows', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'watchbill-actionlint-'));
    mkdirSync(join(folder, '.github/workflows'), { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('ours are green, and broken ones are red', () => {
    const good = readFileSync(join(ROOT, '.github/workflows/pull-request.yml'), 'utf8');
    const workflows = {
      good,
      broken: good.replace('needs: [diff, plan]', 'needs: [diff, planned]'),
      injected: good.replace('npm run ci:diff', 'echo ${{ github.event.pull_request.title }}'),
    };
    for (const [name, text] of Object.entries(workflows)) {
      writeFileSync(join(folder, `.github/workflows/${name}.yml`), text);
    }
    const program = join(ROOT, 'node_modules/.bin', scripts['lint:workflows'] ?? '');
    const { status, stdout } = spawnSync(program, { cwd: folder, encoding: 'utf8' });
    expect([status, stdout]).toEqual([1, expect.stringContaining('Checking 3 workflow')]);
    expect(stdout).toMatch(/broken\.yml:\d+:\d+ .*planned/);
    expect(stdout).toMatch(/injected\.yml:\d+:\d+ .*potentially untrusted/);
    expect(stdout).not.toContain('good.yml:');
  });
});
