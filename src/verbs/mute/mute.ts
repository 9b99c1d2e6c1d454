import { atOnce, NOTHING_CHANGED, type Outcome, problemLines, unconfirmed } from '../../cli/atOnce';
import { tellClocks } from '../../cli/clock';
import { refuseErrors } from '../../cli/dataProblems';
import { EXIT } from '../../cli/exitCode';
import type { Io } from '../../cli/io';
import { jsonText } from '../../cli/json';
import { type Meant, meantBy, meantJson, meantText } from '../../cli/meant';
import { clientOptions } from '../../cli/waiting';
import { DatadogApi, datadogAccess } from '../../vendors';
import { carryOutMute, isOpen, type Work } from './carryOut';
import { Downtimes } from './downtimes';
import { planOf } from './plan';
import { muteJson, nothingText, outcomeText, planText } from './report';
import { type MuteOptions, requestOf } from './request';

export type { MuteOptions } from './request';

const FILE = 'maintenance.yaml';

/**
 * `watchbill mute`: mutes a pipeline at once, by a downtime in Datadog and an entry in
 * `maintenance.yaml`, or ends that.
 * @throws DataProblems if the organization, the pipelines or the maintenances have errors
 * @throws UsageError
 */
export async function mute(pipeline: string, options: MuteOptions, io: Io): Promise<number> {
  const asOfHint = 'a mute is always as of now; --from says when it begins';
  return atOnce({ file: FILE, asOfHint, options }, io, async (data, now) => {
    // Other errors have nothing to do with who is muted.
    refuseErrors(data.errorsIn(FILE, 'pipelines.yaml'), NOTHING_CHANGED);
    const { timeZone } = data.catalog.organization;
    const request = requestOf(pipeline, options, data.catalog, now);
    const plan = planOf(data, request, now);
    const access = datadogAccess(io.env);
    const api = new DatadogApi(access.datadog, clientOptions(io));
    const downtimes = new Downtimes(api, request.pipeline);
    const found = await downtimes.all();
    tellClocks([api], io);
    const meant = await meantBy({ access, options, env: io.env, asOf: now, now: io.now(), timeZone });
    return decided({ request, plan, data, downtimes, found }, meant, options, io);
  });
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
    json({ fileDone: true, vendorDone: true, problems: [] });
    return EXIT.clean;
  }
  show(planText(work, now));
  const code = await unconfirmed(work.request.cancel ? 'End the maintenance?' : 'Mute?', options, io);
  if (code !== undefined) return code;
  const outcome = await carryOutMute(work, io);
  show(outcomeText(work, outcome));
  json(outcome);
  if (outcome.problems.length > 0)
    io.err(problemLines(outcome.problems, 'run the same command again to continue'));
  show(meantText(meant, 'That was'));
  return outcome.problems.length === 0 ? EXIT.clean : EXIT.problems;
}
