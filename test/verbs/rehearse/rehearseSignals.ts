import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { DataFiles } from '../../../src/catalog';
import { main } from '../../../src/main';
import { synthesizedStacks } from '../../../src/verbs/synth/synthesizedStacks';
import { metricRules } from '../../metricRules';
import { FILES } from '../../stacks/xyzTech';

type Attributes = Record<string, unknown>;
type Stack = { resource: Record<string, Record<string, Attributes>> };

/**
 * Rehearses XYZ Tech's pipelines with rules that read no ledger, as of Monday 23 November 2026,
 * after a change of what is deployed.
 * @param keys the kind of every rule, and its keys
 */
export function rehearseSignals(
  keys: string,
  args: readonly string[],
  change?: (monitor: Attributes) => void,
) {
  return rehearseFiles(metricRules(FILES, keys), args, change);
}

/** Rehearses data in memory, as of Monday 23 November 2026, after a change of what is deployed. */
export async function rehearseFiles(
  files: DataFiles,
  args: readonly string[],
  change: (monitor: Attributes) => void = () => {},
) {
  const data = mkdtempSync(join(tmpdir(), 'watchbill-signals-'));
  try {
    for (const [path, bytes] of files) {
      await mkdir(dirname(join(data, path)), { recursive: true });
      await writeFile(join(data, path), bytes);
    }
    const [out, err]: [string[], string[]] = [[], []];
    const code = await main(['rehearse', ...args], {
      out: (text) => out.push(text),
      err: (text) => err.push(text),
      env: { WATCHBILL_DATA: data, WATCHBILL_AS_OF: '2026-11-23' },
      now: () => Temporal.Instant.from('2026-11-23T03:15:00Z'),
      synthesize: (request) => {
        const [onCall, monitors] = synthesizedStacks(request) as [Stack, Stack];
        for (const monitor of Object.values(monitors.resource['datadog_monitor'] ?? {})) change(monitor);
        return [onCall, monitors];
      },
    });
    return { code, out: out.join(''), err: err.join('') };
  } finally {
    rmSync(data, { recursive: true });
  }
}
