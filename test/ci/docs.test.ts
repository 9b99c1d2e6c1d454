import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { blocksOf, ROOT } from '../docs/blocks';

const text = readFileSync(join(ROOT, 'docs/ci.md'), 'utf8');
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
const CI = Object.keys(scripts).filter((name) => name.startsWith('ci:'));

interface Job {
  readonly script: readonly string[];
  readonly environment?: unknown;
  readonly resource_group?: string;
}

const NOT_JOBS = ['image', 'workflow', 'stages', 'default', 'variables'];

function gitLab(): { readonly jobs: Readonly<Record<string, Job>>; readonly stages: readonly string[] } {
  const blocks = blocksOf('docs/ci.md').filter(({ info }) => info === 'yaml .gitlab-ci.yml');
  expect(blocks).toHaveLength(1);
  const { stages, ...rest } = parse(blocks[0]?.text ?? '') as Record<string, unknown>;
  const jobs = Object.entries(rest).filter(([name]) => !NOT_JOBS.includes(name));
  return { jobs: Object.fromEntries(jobs) as Record<string, Job>, stages: stages as string[] };
}

test('each line of the GitLab example is an npm script that exists', () => {
  const { jobs } = gitLab();
  expect(Object.keys(jobs)).toEqual(['check', 'tests', 'diff', 'plan', 'deploy', 'nightly']);
  for (const line of Object.values(jobs).flatMap(({ script }) => script)) {
    const [, name] = /^npm (?:run )?([\w:]+)( -- "\$CI_MERGE_REQUEST_DIFF_BASE_SHA")?$/.exec(line) ?? [];
    expect([line, Object.keys(scripts)]).toEqual([line, expect.arrayContaining([name])]);
  }
});

test('on GitLab, too, whoever deploys does so one at a time', () => {
  const deploys = Object.entries(gitLab().jobs).filter(([, { environment }]) => environment === 'deploy');
  expect(deploys.map(([name, { resource_group }]) => [name, resource_group])).toEqual([
    ['deploy', 'deploy'],
    ['nightly', 'deploy'],
  ]);
});

test('each script of the workflows is on the page, and each on the page exists', () => {
  const named = new Set([...text.matchAll(/\bci:[a-z]+/g)].map(([name]) => name));
  expect([...named].sort()).toEqual([...CI].sort());
});

test('each job, environment, variable and secret of the workflows is on the page', () => {
  const folder = join(ROOT, '.github/workflows');
  for (const file of readdirSync(folder)) {
    const source = readFileSync(join(folder, file), 'utf8');
    expect(text).toContain(`\`${file}\``);
    const { jobs } = parse(source) as { jobs: Record<string, { environment?: string }> };
    const names = [
      ...Object.entries(jobs).flatMap(([name, { environment = name }]) => [name, environment]),
      ...[...source.matchAll(/\b(?:vars|secrets)\.(\w+)/g)].map(([, name = '']) => name),
    ];
    for (const name of names) expect(text).toContain(`\`${name}\``);
  }
});

test('Terraform is the one of the workflows; links lead somewhere', () => {
  expect(text).toContain('hashicorp/terraform:1.11.4');
  const headings = readFileSync(join(ROOT, 'docs/deploy.md'), 'utf8').match(/^###? .*$/gm) ?? [];
  const slugs = headings.map((line) => line.replace(/^#+ /, '').toLowerCase().replaceAll(' ', '-'));
  for (const [, slug] of text.matchAll(/\(deploy\.md#([\w-]+)\)/g)) expect(slugs).toContain(slug);
});
