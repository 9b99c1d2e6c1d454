import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../src/rehearsal');

test('the rehearsal imports nothing of what it checks, so that it can contradict it', () => {
  const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const imports = files.flatMap((file) =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(/(?:from|import|require)\s*\(?\s*'([^']+)'/g)].map(
      ([, specifier = '']) => `${file}: ${specifier}`,
    ),
  );
  expect(imports.length).toBeGreaterThan(files.length);
  expect(imports.filter((line) => /catalog|roster|alerts|constructs|cdktf/.test(line))).toEqual([]);
});
