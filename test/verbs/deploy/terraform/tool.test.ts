import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foundTool } from '../../../../src/verbs/deploy/terraform/tool';

const folder = mkdtempSync(join(tmpdir(), 'watchbill-tool-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A folder of programs that tell a version. */
function pathWith(programs: Record<string, string>): string {
  const place = mkdtempSync(join(folder, 'bin-'));
  for (const [name, said] of Object.entries(programs)) {
    writeFileSync(join(place, name), `#!/bin/sh\nprintf '%s\\n' '${said}' 'on linux_amd64'\n`, {
      mode: 0o755,
    });
  }
  return place;
}
const found = (PATH: string, path?: string, usesLockFile = false) => foundTool(path, { PATH }, usesLockFile);

test('terraform first, otherwise tofu', () => {
  const both = pathWith({ terraform: 'Terraform v1.11.4', tofu: 'OpenTofu v1.12.6' });
  expect(found(both)).toEqual({ path: 'terraform', name: 'Terraform', version: '1.11.4' });
  expect(found(pathWith({ tofu: 'OpenTofu v1.12.6' }))).toEqual({
    path: 'tofu',
    name: 'OpenTofu',
    version: '1.12.6',
  });
});

test('--terraform names another, by its name or its path; what it is shows in what it tells', () => {
  const place = pathWith({ terraform: 'Terraform v1.11.4', other: 'OpenTofu v1.6.0-rc1' });
  expect(found(place, 'other')).toMatchObject({ path: 'other', name: 'OpenTofu' });
  expect(found('', join(place, 'other'))).toMatchObject({ path: join(place, 'other'), version: '1.6.0' });
});

test('without either: how to get one', () => {
  expect(() => found(pathWith({}))).toThrow(
    /^DEPL001: neither terraform nor tofu is on the PATH\n {2}install /,
  );
});

test.each([
  ['Terraform v1.4.6', false, '1.5.0'],
  ['Terraform v0.15.5', false, '1.5.0'],
  ['OpenTofu v1.5.9', false, '1.6.0'],
  ['Terraform v1.9.8', true, '1.10.0'],
  ['OpenTofu v1.9.1', true, '1.10.0'],
])('%s is too old (lock file in S3: %s)', (said, usesLockFile, least) => {
  const place = pathWith({ terraform: said });
  expect(() => found(place, undefined, usesLockFile)).toThrow(
    new RegExp(
      `^DEPL002: "terraform" is ${said.replace(' v', ' ')}, and .* ${least.replaceAll('.', '\\.')}\n`,
    ),
  );
});

test.each([
  ['Terraform v1.5.0', false],
  ['Terraform v2.0.0', false],
  ['OpenTofu v1.6.0', false],
  ['OpenTofu v1.10.0', true],
])('%s will do (lock file in S3: %s)', (said, usesLockFile) => {
  expect(found(pathWith({ terraform: said }), undefined, usesLockFile).path).toBe('terraform');
});

test.each([
  ['/nowhere/terraform', 'ENOENT'],
  ['nothing', 'printed no version'],
])('--terraform %s is refused', (name, why) => {
  const place = pathWith({ nothing: 'Hello' });
  expect(() => found(place, name)).toThrow(new RegExp(`^DEPL001: "${name}" is neither .*${why}`));
});
