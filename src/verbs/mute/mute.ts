import { refuseOtherAsOf } from '../../cli/asOfNow';
import { tellClocks } from '../../cli/clock';
import { DataProblems } from '../../cli/dataProblems';
import { EXIT } from '../../cli/exitCode';
import type { Io } from '../../cli/io';
import { jsonText } from '../../cli/json';
import { type Meant, meantBy, meantJson, meantText } from '../../cli/meant';
import { noAnswerText } from '../../cli/noAnswer';
import { dataFolder } from '../../cli/session';
import { clientOptions } from '../../cli/waiting';
import { UsageError } from '../../text/usageError';
import { DatadogApi, datadogAccess, VendorError } from '../../vendors';
import { carryOut, isOpen, type Outcome, type Work } from './carryOut';
import { Downtimes } from './downtimes';
import { MuteRefused, planOf } from './plan';
import { muteJson, nothingText, outcomeText, planText, problemsText } from './report';
import { type MuteOptions, requestOf } from './request';
import { MaintenanceFileError, TeamData } from './teamData';

export type { MuteOptions } from './request';

const NOTHING_CHANGED = 'nothing was changed';
const YES = 'pass --yes to go ahead without asking';

/**
 * `watchbill mute`: mutes a pipeline at once, by a downtime in Datadog and an entry in
 * `maintenance.yaml`, or ends that.
 * @throws DataProblems if the organization, the pipelines or the maintenances have errors
 * @throws UsageError
 */
export async function mute(pipeline: string, options: MuteOptions, io: Io): Promise<number> {
  const access = datadogAccess(io.env);
  if (options.json === true && options.yes !== true) {
    throw new UsageError(`--json cannot ask for confirmation\n  ${YES}`);
  }
  const data = TeamData.open(dataFolder(options, io));
  if (!(data instanceof TeamData)) throw new DataProblems(data, NOTHING_CHANGED);
  const { timeZone } = data.catalog.organization;
  refuseOtherAsOf(io, timeZone, 'a mute is always as of now; --from says when it begins');
  const now = io.now().round({ smallestUnit: 'second', roundingMode: 'trunc' });
  const request = requestOf(pipeline, options, data.catalog, now);
  try {
    const api = new DatadogApi(access.datadog, clientOptions(io));
    const plan = planOf(data, request, now);
    const downtimes = new Downtimes(api, request.pipeline);
    const found = await downtimes.all();
    tellClocks([api], io);
    const meant = await meantBy({ access, options, env: io.env, asOf: now, now: io.now(), timeZone });
    return await decided({ request, plan, data, downtimes, found }, meant, options, io);
  } catch (error) {
    if (error instanceof MuteRefused) return refused(`${error.message}\n  ${NOTHING_CHANGED}\n`, io);
    if (error instanceof MaintenanceFileError) {
      return refused(`${error.message}\n  ${NOTHING_CHANGED}; fix the file by hand\n`, io);
    }
    if (error instanceof VendorError) return refused(noAnswerText(error, NOTHING_CHANGED), io);
    throw error;
  }
}

/** Shows the plan, asks for confirmation, and carries it out. */
async function decided(work: Work, meant: Meant, options: MuteOptions, io: Io): Promise<number> {
  const isJson = options.json === true;
  const show = (text: string) => {
    if (!isJson) io.out(text);
  };
  const json = (outcome: Outcome) => {
    if (isJson) io.out(jsonText({ ...meantJson(meant), ...muteJson(work, outcome) }));
  };
  const now = io.now();
  show(meantText(meant, work.request.cancel ? 'Unmuting on' : 'Muting on'));
  if (!isOpen(work, now)) {
    show(nothingText(work));
    json({ entryDone: true, downtimeDone: true, problems: [] });
    return EXIT.clean;
  }
  show(planText(work, now));
  if (options.yes !== true) {
    if (io.confirm === undefined) {
      io.err(`${NOTHING_CHANGED}: there is no terminal to ask for confirmation\n  ${YES}\n`);
      return EXIT.usage;
    }
    if (!(await io.confirm(work.request.cancel ? 'End the maintenance?' : 'Mute?'))) {
      io.err(`${NOTHING_CHANGED}\n`);
      return EXIT.clean;
    }
  }
  const outcome = await carryOut(work, io);
  show(outcomeText(work, outcome));
  json(outcome);
  if (outcome.problems.length > 0) io.err(problemsText(outcome));
  show(meantText(meant, 'That was'));
  return outcome.problems.length === 0 ? EXIT.clean : EXIT.problems;
}

function refused(text: string, io: Io): number {
  io.err(text);
  return EXIT.problems;
}
