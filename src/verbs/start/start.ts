import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { diagnosticsText } from '../../cli/diagnosticsReport';
import { EXIT } from '../../cli/exitCode';
import { processIo, type StackIo } from '../../cli/io';
import { program } from '../../cli/program';
import { type CommonOptions, openSoundSession } from '../../cli/session';
import { chosenBackend } from '../../state/backend';
import { cdktfContext } from '../../state/cdktfContext';
import { importsFileName, readImports } from '../../state/importsFile';
import { UsageError } from '../../text/usageError';
import { dateText } from '../../time/localTime';
import { rehearse } from '../rehearse/rehearse';
import { roster } from '../roster/roster';
import { synthesizedStacks } from '../synth/synthesizedStacks';
import { summaryText } from './summary';

/** How many weeks of the roster the tour shows. */
const WEEKS = '4';

/** Options of `npm start`, behind `--`. */
export type StartOptions = Pick<CommonOptions, 'data' | 'asOf'>;

/**
 * `npm start`, the main job: checks the data, shows who stands in the next weeks,
 * synthesizes both stacks, says what would be deployed, breaks every rule in a night
 * that is rehearsed, and says what to do next.
 * @returns the exit code
 */
export async function start(options: StartOptions, io: StackIo, outdir: string): Promise<number> {
  const { session, diagnostics } = openSoundSession(options, io);
  if (session === undefined) {
    io.err(`${diagnosticsText(diagnostics)}nothing was synthesized\n`);
    return EXIT.problems;
  }
  const { catalog, asOf } = session;
  const today = dateText(asOf.toZonedDateTimeISO(catalog.organization.timeZone));
  io.out(`1. The data of ${catalog.organization.name}, as of ${today}\n\n${diagnosticsText(diagnostics)}`);
  io.out(`\n2. Who stands in the next ${WEEKS} weeks\n\n`);
  const rosterCode = roster({ ...options, weeks: WEEKS }, io);
  if (rosterCode !== EXIT.clean) return rosterCode;
  io.out('\n3. What would be deployed\n\n');
  const backend = chosenBackend({ env: io.env, context: cdktfContext(io.env) });
  const imports = readImports(importsFileName(undefined));
  const { synthesize } = require('../synth/synthesize') as typeof import('../synth/synthesize');
  const props = { catalog, asOf, backend, ...(imports === undefined ? {} : { imports }) };
  io.out(summaryText(synthesize(props, outdir), catalog.pipelines));
  io.out(`
Written: ${relative('.', outdir) || outdir}/stacks/{on-call,monitors}/cdk.tf.json

4. A rehearsed night: every rule broken, and followed to a phone and to its recovery

`);
  const rehearsalCode = await rehearse([undefined, undefined], options, io);
  if (rehearsalCode !== EXIT.clean) return rehearsalCode;
  io.out(`
5. Next
  edit data/ and run npm start again; a change of order is a new version
  npx watchbill who                      who is on duty now, and who is next in line
  npx watchbill rehearse PIPELINE ALERT --at INSTANT
                                         one rule, at another moment
  npx watchbill roster --person ${catalog.people[0]?.id ?? 'ID'}
                                         one person's watches
  npm run deploy                         for real: needs Terraform and both vendors' keys
`);
  return EXIT.clean;
}

/**
 * @throws UsageError for an option that there is not
 */
export function startOptions(args: readonly string[]): StartOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { data: { type: 'string' }, 'as-of': { type: 'string' } },
    });
    const { data, 'as-of': asOf } = values;
    return { ...(data === undefined ? {} : { data }), ...(asOf === undefined ? {} : { asOf }) };
  } catch (error) {
    throw new UsageError(`npm start -- [--data DIR] [--as-of INSTANT]: ${(error as Error).message}`);
  }
}

if (require.main === module) {
  void program(() =>
    start(startOptions(process.argv.slice(2)), { ...processIo, synthesize: synthesizedStacks }, 'cdktf.out'),
  );
}
