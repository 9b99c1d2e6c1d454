import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { scripts } from '../../package.json';
import { suiteUnless } from '../suite';
import { whyNoPostgres } from '../support/postgres';
import { whyNoTerraform } from '../support/terraform';

jest.setTimeout(600_000);

/** What a benchmark needs that may not be on the machine. */
const NEEDS: Readonly<Record<string, () => string | undefined>> = {
  'bench:roster': () => undefined,
  'bench:synth': () => undefined,
  'bench:rehearse': () => undefined,
  'bench:check': () => undefined,
  'bench:site': () => undefined,
  'bench:deploy': whyNoTerraform,
  'bench:telemetry': whyNoPostgres,
};

test('these are the benchmarks', () => {
  expect(Object.keys(scripts).filter((name) => name.startsWith('bench:'))).toEqual(Object.keys(NEEDS));
});

// Small runs measure nothing: their bounds are printed and not held.
for (const [name, whyNot] of Object.entries(NEEDS)) {
  suiteUnless(whyNot(), name, () => {
    test('runs to its end and prints its bounds', () => {
      const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', name, '--', 'small'], {
        cwd: join(__dirname, '../..'),
        encoding: 'utf8',
      });
      expect([status, stdout, stderr]).toEqual([
        0,
        expect.stringMatching(/: \d+\.\d\d, at most \d/),
        expect.not.stringContaining('Error'),
      ]);
    });
  });
}
