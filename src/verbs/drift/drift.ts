import { tellClocks } from '../../cli/clock';
import { paletteOf } from '../../cli/color';
import { deployToolName } from '../../cli/deployTool';
import { EXIT } from '../../cli/exitCode';
import type { StackIo } from '../../cli/io';
import { jsonText } from '../../cli/json';
import { meantBy, meantJson, meantText } from '../../cli/meant';
import { noAnswerText } from '../../cli/noAnswer';
import { type CommonOptions, dataFolder, type Session, soundSession } from '../../cli/session';
import { clientOptions } from '../../cli/waiting';
import {
  type AccountReading,
  DeploymentError,
  readAccount,
  readLogIns,
  readOnCall,
  readOverrides,
  readTerraformJson,
  stacksByAddress,
} from '../../deployment';
import { wantedOf } from '../../deployment/wanted';
import { pagedLogIns, type Span } from '../../rehearsal';
import { horizonOf, later, lookedUpLogIns } from '../../roster';
import { visible } from '../../text/visible';
import {
  DatadogApi,
  missingLogIns,
  PagerDutyApi,
  sandboxHandles,
  VendorError,
  vendorAccess,
} from '../../vendors';
import { splitOf } from '../synth/writeStacks';
import {
  type Difference,
  driftOf,
  HANDLES_NOT_COMPARED,
  missingLogInDrift,
  type Overridden,
} from './differences';
import { type DriftView, driftJson, driftText } from './driftReport';

/** Options of `watchbill drift`; `asOf` is now by default, because the past is not drift. */
export type DriftOptions = CommonOptions;

/** The clients of both vendors. */
interface Apis {
  readonly pagerDuty: PagerDutyApi;
  readonly datadog: DatadogApi;
}

/**
 * `watchbill drift`: reports where PagerDuty and Datadog differ from the data. Without both
 * vendors' answers there is no verdict.
 * @returns the exit code: 0 no drift, 1 problems or no answer, 3 drift
 * @throws UsageError if a key is not set
 */
export async function drift(options: DriftOptions, io: StackIo): Promise<number> {
  const access = vendorAccess(io.env);
  const session = soundSession(options, io, { unsaid: 'now', undone: 'nothing was compared' });
  try {
    const client = clientOptions(io);
    const apis = {
      pagerDuty: new PagerDutyApi(access.pagerDuty, client),
      datadog: new DatadogApi(access.datadog, client),
    };
    const { catalog, asOf } = session;
    const { timeZone } = catalog.organization;
    const now = io.now();
    const meant = await meantBy({ access, options, env: io.env, asOf, now, timeZone }, apis.pagerDuty);
    const view = await compared(session, dataFolder(options, io), apis, access.sandbox, io);
    if (options.json === true) io.out(jsonText({ ...meantJson(meant), ...driftJson(view) }));
    else io.out(driftText(view, paletteOf(io, 'out')) + meantText(meant, 'Asked:'));
    tellClocks(Object.values(apis), io);
    return view.drift.length === 0 ? EXIT.clean : EXIT.drift;
  } catch (error) {
    if (error instanceof VendorError) {
      io.err(noAnswerText(error, 'nothing was compared'));
      return EXIT.problems;
    }
    if (error instanceof DeploymentError) {
      io.err(`${visible(error.message)}\n  nothing was compared, because the answer was not understood\n`);
      return EXIT.problems;
    }
    throw error;
  }
}

async function compared(
  session: Session,
  data: string,
  apis: Apis,
  sandbox: string | undefined,
  io: StackIo,
): Promise<DriftView> {
  const { catalog, asOf } = session;
  const present = io.now().round({ smallestUnit: 'second', roundingMode: 'trunc' });
  const now = later(asOf, present);
  const synthesized = io.synthesize({
    data,
    catalog,
    asOf: asOf.toString(),
    ...splitOf(io),
    ...(sandbox === undefined ? {} : { sandbox }),
  });
  const expected = readTerraformJson(synthesized);
  const handles = sandbox === undefined ? new Map() : await sandboxHandles(apis.datadog);
  const found = await readAccount(apis, wantedOf(expected), handles);
  const horizon = horizonOf(asOf, catalog.organization);
  const overridden = await readOverridden(apis.pagerDuty, found, { from: now, until: horizon });
  const logIns = await readLogIns(apis.pagerDuty, [
    ...pagedLogIns(expected, now),
    ...pagedLogIns(found.deployment, now),
    ...[...overridden.values()].flatMap(({ overrides }) => overrides.map(({ email }) => email)),
  ]);
  const { drift, notes } = driftOf({
    catalog,
    expected,
    stacks: stacksByAddress(synthesized),
    found,
    overridden,
    logIns,
    now,
    horizon,
  });
  const lookedUp = lookedUpLogIns(catalog, asOf);
  const missing = await missingLogIns(
    apis.pagerDuty,
    lookedUp.map(({ email }) => email),
  );
  const tool = deployToolName(io.env);
  return {
    drift: [...missingLogInDrift(lookedUp, missing, logIns), ...drift].map((each) => withTool(each, tool)),
    notes: sandbox === undefined ? [HANDLES_NOT_COMPARED, ...notes] : notes,
    now,
    horizon,
    timeZone: catalog.organization.timeZone,
  };
}

/** Names the program that this machine deploys with in the command of a difference. */
function withTool(each: Difference, tool: string): Difference {
  return each.command === undefined ? each : { ...each, command: `${tool} ${each.command}` };
}

/** The schedules' overrides, and who PagerDuty pages during them. */
async function readOverridden(
  pagerDuty: PagerDutyApi,
  { deployment, partial }: AccountReading,
  span: Span,
): Promise<Map<string, Overridden>> {
  const overridden = new Map<string, Overridden>();
  for (const { key } of [...deployment.schedules, ...partial.schedules]) {
    const overrides = await readOverrides(pagerDuty, key, span);
    const [first] = overrides;
    if (first === undefined) continue;
    const until = overrides.map((each) => each.until).reduce(later);
    overridden.set(key, {
      overrides,
      onCall: await readOnCall(pagerDuty, key, { from: first.from, until }),
    });
  }
  return overridden;
}
