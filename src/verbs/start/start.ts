import { relative } from 'node:path';
import { paletteOf } from '../../cli/color';
import { diagnosticsText } from '../../cli/diagnosticsReport';
import { EXIT } from '../../cli/exitCode';
import type { StackIo } from '../../cli/io';
import { type CommonOptions, soundSession } from '../../cli/session';
import { readTerraformJson } from '../../deployment';
import { dateText } from '../../time/localTime';
import { rehearse } from '../rehearse/rehearse';
import { roster } from '../roster/roster';
import { OUTDIR, writeStacks } from '../synth/writeStacks';
import { summaryText } from './summary';

/** How many weeks of the roster the tour shows. */
const WEEKS = '4';

/** Options of `watchbill start`. */
export type StartOptions = Pick<CommonOptions, 'data' | 'asOf'>;

/**
 * `watchbill start`, the main job: checks the data, shows who is on call in the next weeks,
 * synthesizes both stacks, summarizes what would be deployed, rehearses a night in which every
 * rule breaks, and lists what to do next.
 * @param outdir where the stacks are written
 * @returns the exit code
 */
export async function start(options: StartOptions, io: StackIo, outdir: string = OUTDIR): Promise<number> {
  const session = soundSession(options, io, { undone: 'nothing was synthesized' });
  const { catalog, asOf, diagnostics } = session;
  const today = dateText(asOf.toZonedDateTimeISO(catalog.organization.timeZone));
  io.out(`1. The data of ${catalog.organization.name}, as of ${today}\n\n`);
  io.out(diagnosticsText(diagnostics, paletteOf(io, 'out')));
  io.out(`\n2. Who is on call in the next ${WEEKS} weeks\n\n`);
  const rosterCode = roster({ ...options, weeks: WEEKS }, io);
  if (rosterCode !== EXIT.clean) return rosterCode;
  io.out('\n3. What would be deployed\n\n');
  // No sandbox: this is what the data means for the accounts.
  const stacks = writeStacks(session, options, { ...io, env: { ...io.env, WATCHBILL_SANDBOX: '' } }, outdir);
  io.out(summaryText(readTerraformJson(stacks), catalog.pipelines));
  io.out(`
Written: ${relative('.', outdir) || outdir}/stacks/{on-call,monitors}/cdk.tf.json

4. A rehearsed night: every rule breaks, and is followed to a phone and to its recovery

`);
  const rehearsalCode = await rehearse([undefined, undefined], options, io);
  if (rehearsalCode !== EXIT.clean) return rehearsalCode;
  io.out(`
5. Next
  edit data/ and run this again; a change of order is a new version
  npx watchbill who                      who is on call now, and who is next in line
  npx watchbill rehearse PIPELINE ALERT --at INSTANT
                                         one rule, at another moment
  npx watchbill roster --person ${catalog.people[0]?.id ?? 'ID'}
                                         one person's shifts
  npx watchbill deploy                   for real: needs Terraform and both vendors' keys
`);
  return EXIT.clean;
}
