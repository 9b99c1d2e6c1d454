import { spawnSync } from 'node:child_process';
import type { Temporal } from 'temporal-polyfill';
import type { StackIo, SynthesisRequest } from '../../cli/io';
import { type CommonOptions, dataFolder, type Session } from '../../cli/session';
import { chosenBackend } from '../../state/backend';
import { cdktfContext, teamApp } from '../../state/cdktfContext';
import { importsFileName, readImports } from '../../state/importsFile';
import { chosenSplit } from '../../state/split';
import { UsageError } from '../../text/usageError';
import { sandboxUrl } from '../../vendors';
import { written } from './stackFiles';

export { readStacks } from './stackFiles';

/** Where `cdktf synth` writes, too. */
export const OUTDIR = 'cdktf.out';

/**
 * Writes all stacks with the backend, the imports and the sandbox that are chosen. If `cdktf.json`
 * names a team's own app, that app writes them: without it, Terraform would remove whatever the team
 * has added.
 * @returns the Terraform JSON of all stacks, parsed, without what a team adds, which our readers need
 *   not know
 * @throws UsageError if the backend, the imports or the sandbox is malformed, or the app fails
 */
export function writeStacks(
  { catalog, asOf }: Pick<Session, 'catalog' | 'asOf'>,
  options: Pick<CommonOptions, 'data'>,
  io: StackIo,
  outdir: string = OUTDIR,
): readonly unknown[] {
  const request = { data: dataFolder(options, io), catalog, asOf: asOf.toString() };
  const app = teamApp();
  if (app === undefined) return io.synthesize({ ...request, ...projectOf(io), outdir });
  written(outdir, (fresh) => runApp(app, fresh, request, io));
  return io.synthesize({ ...request, ...projectOf(io) });
}

/** The Terraform JSON as of another instant, parsed, with whatever a team adds; writes nothing. */
export function stacksAsOf(asOf: Temporal.Instant, io: StackIo): readonly unknown[] {
  const request = { data: dataFolder({}, io), asOf: asOf.toString() };
  const app = teamApp();
  return app === undefined
    ? io.synthesize({ ...request, ...projectOf(io) })
    : written(undefined, (fresh) => runApp(app, fresh, request, io));
}

/** The settings of `watchbill app`, which writes the same and never runs a team's app. */
export function projectOf({ env }: Pick<StackIo, 'env'>) {
  const sandbox = sandboxUrl(env['WATCHBILL_SANDBOX']);
  const imports = readImports(importsFileName(sandbox));
  return {
    backend: chosenBackend({ env, context: cdktfContext(env) }),
    ...splitOf({ env }),
    ...(sandbox === undefined ? {} : { sandbox }),
    ...(imports === undefined ? {} : { imports }),
  };
}

/** How `cdktf.json` divides the data into stacks, for a request. */
export function splitOf({ env }: Pick<StackIo, 'env'>): Pick<SynthesisRequest, 'split'> {
  const split = chosenSplit(cdktfContext(env));
  return split === undefined ? {} : { split };
}

/** Runs an app as the CDKTF CLI would; its output is not ours. */
function runApp(
  app: string,
  outdir: string,
  { data, asOf }: Pick<SynthesisRequest, 'data' | 'asOf'>,
  { env }: Pick<StackIo, 'env'>,
): void {
  const own = {
    CDKTF_OUTDIR: outdir,
    CDKTF_CONTEXT_JSON: JSON.stringify(cdktfContext(env)),
    WATCHBILL_DATA: data,
    WATCHBILL_AS_OF: asOf,
  };
  const { status, error } = spawnSync(app, {
    shell: true,
    env: { ...env, ...own },
    stdio: ['ignore', 2, 'inherit'],
  });
  if (error === undefined && status === 0) return;
  const why = error === undefined ? `ended with ${status ?? 'a signal'}` : error.message;
  throw new UsageError(`the app of cdktf.json (${app}) ${why}\n  see above`);
}
