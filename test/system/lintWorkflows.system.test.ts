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

  const linted = (text: string) => {
    writeFileSync(join(folder, '.github/workflows/one.yml'), text);
    const program = join(ROOT, 'node_modules/.bin', scripts['lint:workflows'] ?? '');
    const { status, stdout } = spawnSync(program, { cwd: folder, encoding: 'utf8' });
    return { status, stdout };
  };

  test('ours are green, and a broken one is red', () => {
    const good = readFileSync(join(ROOT, '.github/workflows/pull-request.yml'), 'utf8');
    expect(linted(good)).toEqual({ status: 0, stdout: expect.stringContaining('Checking 1 workflow') });
    const broken = linted(good.replace('needs: [diff, plan]', 'needs: [diff, planned]'));
    expect(broken).toEqual({ status: 1, stdout: expect.stringContaining('planned') });
    const injected = linted(good.replace('npm run ci:diff', 'echo ${{ github.event.pull_request.title }}'));
    expect(injected).toEqual({ status: 1, stdout: expect.stringContaining('potentially untrusted') });
  });
});
