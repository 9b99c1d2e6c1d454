import { relative } from 'node:path';
import type { Diagnostic } from '../../catalog';
import { paletteOf } from '../../cli/color';
import { countText, diagnosticsText } from '../../cli/diagnosticsReport';
import { EXIT } from '../../cli/exitCode';
import type { StackIo } from '../../cli/io';
import { type CommonOptions, soundSession } from '../../cli/session';
import { readTerraformJson } from '../../deployment';
import { dateText } from '../../time/localTime';
import { rehearse } from '../rehearse/rehearse';
import { roster } from '../roster/roster';
import { OUTDIR, writeStacks } from '../synth/writeStacks';
import { who } from '../who/who';
import { summaryText } from './summary';

/** How many weeks of the roster the tour shows. */
const WEEKS = '4';

/** Options of `watchbill start`. */
export interface StartOptions extends Pick<CommonOptions, 'data' | 'asOf'> {
  /** Shows each warning, the roster of four weeks, and each rule's night. @default false: one line per pipeline */
  readonly verbose?: boolean;
}

/**
 * `watchbill start`, the main job: checks the data, shows who is on call, synthesizes all stacks, summarizes what would be deployed, rehearses a night in which every
 * rule breaks, and lists what to do next.
 * @param outdir where the stacks are written
 * @returns the exit code
 */
export async function start(options: StartOptions, io: StackIo, outdir: string = OUTDIR): Promise<number> {
  const session = soundSession(options, io, { undone: 'nothing was synthesized' });
  const { catalog, asOf, diagnostics } = session;
  const { verbose = false } = options;
  const today = dateText(asOf.toZonedDateTimeISO(catalog.organization.timeZone));
  io.out(`1. The data of ${catalog.organization.name}, as of ${today}\n\n`);
  io.out(verbose ? diagnosticsText(diagnostics, paletteOf(io, 'out'), io.width) : countsText(diagnostics));
  io.out(`\n2. Who is on call${verbose ? ` in the next ${WEEKS} weeks` : ''}\n\n`);
  const onCallCode = verbose
    ? roster({ ...options, weeks: WEEKS }, io, session)
    : who(undefined, options, io, session);
  if (onCallCode !== EXIT.clean) return onCallCode;
  io.out('\n3. What would be deployed\n\n');
  // Without the sandbox, because this shows what the data means for the accounts.
  const stacks = writeStacks(session, options, { ...io, env: { ...io.env, WATCHBILL_SANDBOX: '' } }, outdir);
  io.out(summaryText(readTerraformJson(stacks), catalog.pipelines));
  io.out(`
Written: ${relative('.', outdir) || outdir}/stacks/{on-call,monitors}/cdk.tf.json

4. A rehearsed night: every rule breaks

`);
  const prepared = { session, stacks };
  const rehearsalCode = await rehearse([undefined, undefined], { ...options, brief: !verbose }, io, prepared);
  if (rehearsalCode !== EXIT.clean) return rehearsalCode;
  io.out(`
5. Next
  npx watchbill start --verbose    warnings, four weeks of roster, every night
  npx watchbill init               a repository for your own team
  npx watchbill diff               edit data/: the change, as people and dates
  npx watchbill rehearse PIPELINE ALERT --at INSTANT
                                   one rule, at another moment
  npx watchbill deploy             for real: Terraform and both vendors' keys
  npx watchbill site --out public  all of this as pages: open public/index.html
`);
  return EXIT.clean;
}

/** The number of errors and warnings, and where they are shown. */
function countsText(diagnostics: readonly Diagnostic[]): string {
  const where = diagnostics.length === 0 ? '' : '; npx watchbill check shows them';
  return `${countText(diagnostics)}${where}\n`;
}
