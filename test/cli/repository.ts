import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATA, type Result, watchbill } from './run';

const folders: string[] = [];

/** Git as on a new machine: nobody's settings, one author, one day. */
const GIT = {
  PATH: process.env['PATH'] ?? '',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Aidil',
  GIT_AUTHOR_EMAIL: 'aidil@xyz-tech.example',
  GIT_AUTHOR_DATE: '2026-11-23T00:00:00Z',
  GIT_COMMITTER_NAME: 'Aidil',
  GIT_COMMITTER_EMAIL: 'aidil@xyz-tech.example',
  GIT_COMMITTER_DATE: '2026-11-23T00:00:00Z',
};

/** Appended to `rotations.yaml`: the new order of the README's tour. */
export const NEW_ORDER = '    - from: 2026-12-14\n      order: [thiru, aidil, choo, spencer]\n';

/** An empty folder, removed after the tests. */
export function emptyFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'watchbill-')));
  folders.push(folder);
  return folder;
}

/** A real git repository in a folder of its own. */
export class TestRepository {
  readonly data: string;

  private constructor(readonly folder: string) {
    this.data = join(folder, 'data');
  }

  /** With XYZ Tech's data in its first commit, on `main`. */
  static withData(): TestRepository {
    const repository = TestRepository.empty();
    cpSync(DATA, repository.data, { recursive: true });
    repository.commit('data');
    return repository;
  }

  /** Without a commit. */
  static empty(): TestRepository {
    const repository = new TestRepository(emptyFolder());
    repository.git('init', '--quiet', '--initial-branch', 'main');
    return repository;
  }

  /** A clone, by the protocol of other machines. */
  clone(...options: readonly string[]): TestRepository {
    const folder = join(emptyFolder(), 'clone');
    execFileSync('git', ['clone', '--quiet', ...options, `file://${this.folder}`, folder], { env: GIT });
    return new TestRepository(folder);
  }

  git(...args: readonly string[]): string {
    return execFileSync('git', ['-C', this.folder, ...args], { env: GIT, stdio: 'pipe' })
      .toString()
      .trim();
  }

  append(path: string, text: string): void {
    appendFileSync(join(this.data, path), text);
  }

  commit(message: string): string {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--message', message);
    return this.git('rev-parse', 'HEAD');
  }

  /** `watchbill diff` on its data. */
  diff(args: readonly string[] = [], env: Record<string, string> = {}): Promise<Result> {
    return watchbill(['diff', ...args], { ...GIT, WATCHBILL_DATA: this.data, ...env });
  }
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
