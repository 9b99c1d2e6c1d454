import { EXIT } from '../../cli/exitCode';
import type { StackIo } from '../../cli/io';
import { type CommonOptions, dataFolder, soundSession } from '../../cli/session';
import { stackName } from '../../deployment';
import { instantText } from '../../time/instantText';
import { refuseRealKeysForSandbox } from '../../vendors';
import { OUTDIR, projectOf, writeStacks } from './writeStacks';

/** Options of `watchbill synth`. */
export type SynthOptions = Pick<CommonOptions, 'data' | 'asOf'>;

/** Nothing is written for data with errors: the last good output stays. */
const SOUND = { unsaid: 'now', undone: 'nothing was synthesized' } as const;

/** `watchbill synth`: the Terraform JSON of all stacks, as `cdktf synth` writes it. */
export function synth(options: SynthOptions, io: StackIo): number {
  refuseRealKeysForSandbox(io.env);
  const session = soundSession(options, io, SOUND);
  const stacks = writeStacks(session, options, io).map(stackName);
  const { timeZone } = session.catalog.organization;
  io.out(
    `Written: ${OUTDIR}/stacks/{${stacks.join()}}/cdk.tf.json\n  planned as of ${instantText(session.asOf, timeZone)}\n`,
  );
  return EXIT.clean;
}

/**
 * `watchbill app`: what `cdktf.json` names, so that the CDKTF CLI deploys the same. It says
 * nothing: the CLI shows what the stacks say.
 */
export function app(options: SynthOptions, io: StackIo): number {
  refuseRealKeysForSandbox(io.env);
  const { catalog, asOf } = soundSession(options, io, SOUND);
  const data = dataFolder(options, io);
  const outdir = io.env['CDKTF_OUTDIR'] || OUTDIR;
  io.synthesize({ data, catalog, asOf: asOf.toString(), ...projectOf(io), outdir });
  return EXIT.clean;
}
