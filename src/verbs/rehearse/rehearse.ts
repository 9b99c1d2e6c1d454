import type { Temporal } from 'temporal-polyfill';
import { marked, paletteOf } from '../../cli/color';
import { EXIT } from '../../cli/exitCode';
import type { StackIo } from '../../cli/io';
import { instantJson, jsonText } from '../../cli/json';
import { noAnswerText } from '../../cli/noAnswer';
import { type CommonOptions, dataFolder, instantOption, type Session, soundSession } from '../../cli/session';
import { clientOptions } from '../../cli/waiting';
import {
  type Deployment,
  DeploymentError,
  readApi,
  readTerraformJson,
  withOverrides,
} from '../../deployment';
import { wantedOf } from '../../deployment/wanted';
import { horizonOf, later } from '../../roster';
import { UsageError } from '../../text/usageError';
import { visible } from '../../text/visible';
import { DatadogApi, PagerDutyApi, sandboxHandles, VendorError, vendorAccess } from '../../vendors';
import { splitOf } from '../synth/writeStacks';
import { LedgerError } from './connect/ledger';
import { holdsOf } from './holds';
import { InterruptedError } from './interruption';
import { rehearsalJson } from './json';
import { checkedLogIns } from './logIns';
import { checkPagePaths } from './pagePathCheck';
import { refuseUnplanned } from './plannedMoment';
import { rehearsables } from './rehearsables';
import { rehearseAll } from './rehearseAll';
import { isSound, type RehearsalView, rehearsalText } from './report';

// `site` shows rehearsals, too.
export { eventsOf } from './events';
export type { RehearsalView } from './report';

import { Verdict } from './verdict';

/** Options of `watchbill rehearse`. */
export interface RehearseOptions extends CommonOptions {
  /** When the rules break. @default - 03:00 the day after tomorrow, when everything deployed today is in effect */
  readonly at?: string;
  /** The address of a PostgreSQL server, to use a temporary database there. @default - an embedded one */
  readonly database?: string;
  /** Rehearse what was deployed to the sandbox. @default - what would be deployed */
  readonly deployed?: boolean;
  /** One line per pipeline; timelines only of rules that went wrong. @default false */
  readonly brief?: boolean;
}

/** What another verb has already read and synthesized. */
export interface Prepared {
  readonly session: Session;
  /** The Terraform JSON of all stacks, parsed. */
  readonly stacks: readonly unknown[];
}

/**
 * `watchbill rehearse`: breaks rules, in a run ledger or in a metric of their own, and follows
 * each alert through monitor, service and schedule to a person's phone, and to its recovery.
 * @default prepared - the data is read and synthesized
 */
export async function rehearse(
  [pipelineId, alertId]: readonly [string | undefined, string | undefined],
  options: RehearseOptions,
  io: StackIo,
  prepared?: Prepared,
): Promise<number> {
  const session = prepared?.session ?? soundSession(options, io);
  try {
    const view = await rehearsalOf(session, [pipelineId, alertId], options, io, prepared?.stacks);
    const { red } = paletteOf(io, 'out');
    io.out(
      options.json === true
        ? jsonText(rehearsalJson(view))
        : marked(rehearsalText(view), /\bREHE\d{3}\b/g, red),
    );
    return isSound(view) ? EXIT.clean : EXIT.problems;
  } catch (error) {
    const text = endedEarly(error);
    if (text === undefined) throw error;
    const undone = 'nothing was rehearsed';
    io.err(error instanceof VendorError ? noAnswerText(error, undone) : `${text}\n  ${undone}\n`);
    return EXIT.problems;
  }
}

/**
 * Rehearses rules: all, those of a pipeline, or one.
 * @param stacks what was synthesized already
 * @default stacks - they are synthesized
 * @throws DeploymentError, LedgerError, VendorError or InterruptedError if it ends early; see {@link endedEarly}
 */
export async function rehearsalOf(
  session: Session,
  [pipelineId, alertId]: readonly [string | undefined, string | undefined],
  options: RehearseOptions,
  io: StackIo,
  stacks?: readonly unknown[],
): Promise<RehearsalView> {
  refuseOtherAddress(options.database);
  const { catalog, asOf } = session;
  const { timeZone } = catalog.organization;
  const from =
    options.at === undefined ? nightAfterNext(asOf, timeZone) : instantOption('--at', options.at, timeZone);
  const { deployment, pagerDuty } = await deploymentOf(session, options, io, stacks);
  const wanted = rehearsables(catalog, deployment, [pipelineId, alertId]);
  const verdict = new Verdict(catalog, asOf);
  const planned = {
    window: { from: asOf, until: horizonOf(asOf, catalog.organization) },
    timeZone,
    verdict,
  };
  refuseUnplanned(
    from,
    wanted.map(({ pipeline }) => pipeline),
    planned,
  );
  const rules = await rehearseAll(wanted, { catalog, deployment, from, planned }, options.database, io);
  const pipelines = new Set(wanted.map(({ pipeline }) => pipeline.id));
  // PagerDuty does not keep the past of a layer from before it was deployed.
  const since = options.deployed === true ? later(asOf, io.now()) : asOf;
  const pagePaths = checkPagePaths(catalog, deployment, since).filter(({ pipeline }) =>
    pipelines.has(pipeline),
  );
  const holds = holdsOf(catalog, deployment, since).filter(({ pipeline }) => pipelines.has(pipeline));
  const logIns = pagerDuty && (await checkedLogIns(catalog, deployment, pipelines, since, pagerDuty));
  return {
    catalog,
    asOf,
    brief: options.brief === true,
    rules,
    pagePaths,
    holds,
    verdict,
    ...(logIns && { logIns }),
  };
}

/** Why a rehearsal ended early; undefined for any other error, which is a bug. */
export function endedEarly(error: unknown): string | undefined {
  if (error instanceof LedgerError) return `--database: ${error.message}`;
  const isKnown =
    error instanceof DeploymentError || error instanceof VendorError || error instanceof InterruptedError;
  return isKnown ? visible(error.message) : undefined;
}

/** What would be deployed, or what the sandbox holds and a client to ask about its log-ins. */
async function deploymentOf(
  { catalog, asOf }: Session,
  options: RehearseOptions,
  io: StackIo,
  stacks: readonly unknown[] | undefined,
): Promise<{ readonly deployment: Deployment; readonly pagerDuty?: PagerDutyApi }> {
  const request = {
    data: dataFolder(options, io),
    catalog,
    asOf: instantJson(asOf, catalog.organization.timeZone),
    ...splitOf(io),
  };
  if (options.deployed !== true) return { deployment: readTerraformJson(stacks ?? io.synthesize(request)) };
  const { sandbox, ...access } = vendorAccess(io.env);
  if (sandbox === undefined) {
    throw new UsageError(
      '--deployed rehearses a sandbox, but WATCHBILL_SANDBOX is not set\n  set the variables that npx watchbill sandbox prints and deploy to it; for a real account use npx watchbill drift',
    );
  }
  const client = clientOptions(io);
  const apis = {
    pagerDuty: new PagerDutyApi(access.pagerDuty, client),
    datadog: new DatadogApi(access.datadog, client),
  };
  const expected = readTerraformJson(io.synthesize({ ...request, sandbox }));
  const layers = await readApi(apis, wantedOf(expected), await sandboxHandles(apis.datadog));
  // A cover tonight is an override until the next deploy.
  const planned = { from: later(asOf, io.now()), until: horizonOf(asOf, catalog.organization) };
  const deployment = await withOverrides(layers, apis.pagerDuty, planned);
  return { deployment, pagerDuty: apis.pagerDuty };
}

/** The driver would read anything else as the name of a host. */
function refuseOtherAddress(database: string | undefined): void {
  if (database === undefined || /^postgres(ql)?:\/\//.test(database)) return;
  throw new UsageError(
    '--database is not a PostgreSQL address (not shown, because it may contain a password)\n  use postgresql://USER@HOST:PORT/DATABASE, with the password in PGPASSWORD',
  );
}

/** 03:00 the day after tomorrow, when everything that is deployed today is in effect. */
function nightAfterNext(asOf: Temporal.Instant, timeZone: string): Temporal.Instant {
  const today = asOf.toZonedDateTimeISO(timeZone).toPlainDate();
  return today.add({ days: 2 }).toZonedDateTime({ timeZone, plainTime: '03:00' }).toInstant();
}
