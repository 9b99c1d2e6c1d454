import { refuseOtherAsOf } from '../../cli/asOfNow';
import { tellClocks } from '../../cli/clock';
import { DataProblems, refuseErrors } from '../../cli/dataProblems';
import { EXIT } from '../../cli/exitCode';
import type { Io } from '../../cli/io';
import { jsonText } from '../../cli/json';
import { type Meant, meantBy, meantJson, meantText } from '../../cli/meant';
import { noAnswerText } from '../../cli/noAnswer';
import { dataFolder } from '../../cli/session';
import { clientOptions } from '../../cli/waiting';
import { holidayProblems } from '../../roster';
import { UsageError } from '../../text/usageError';
import { visible } from '../../text/visible';
import { wrapped } from '../../text/wrapped';
import { rangeText } from '../../time/localTime';
import { PagerDutyApi, pagerDutyAccess, VendorError } from '../../vendors';
import { carryOut, isOpen, type Outcome } from './carryOut';
import { CoverRefused, keptPages } from './plan';
import { type CoverView, coverJson, outcomeText, planText, problemsText, unmetText } from './report';
import { type CoverOptions, requestOf } from './request';
import { LeaveFileError, TeamData } from './teamData';
import { type Planned, viewOf } from './view';

export type { CoverOptions } from './request';

const NOTHING_CHANGED = 'nothing was changed';
const YES = 'pass --yes to go ahead without asking';

/**
 * `watchbill cover`: hands a person's on-call time over to somebody else at once, by overrides
 * in PagerDuty and a leave in the data, or cancels that.
 * @throws DataProblems if the data that says who is on call has errors
 * @throws UsageError
 */
export async function cover(person: string, options: CoverOptions, io: Io): Promise<number> {
  const access = pagerDutyAccess(io.env);
  if (options.json === true && options.yes !== true) {
    throw new UsageError(`--json cannot ask for confirmation\n  ${YES}`);
  }
  const data = TeamData.open(dataFolder(options, io));
  if (!(data instanceof TeamData)) throw new DataProblems(data, NOTHING_CHANGED);
  const { timeZone } = data.catalog.organization;
  refuseOtherAsOf(io, timeZone, 'a cover is always as of now; --from says when it begins');
  const now = io.now().round({ smallestUnit: 'second', roundingMode: 'trunc' });
  const request = requestOf(person, options, data.catalog, now);
  refuseErrors(holidayProblems(data.catalog, request.span), NOTHING_CHANGED);
  try {
    const api = new PagerDutyApi(access.pagerDuty, clientOptions(io));
    const asked = { access, options, env: io.env, asOf: now, now: io.now(), timeZone };
    const meant = await meantBy(asked, api);
    tellClocks([api], io);
    const isJson = options.json === true;
    if (!isJson) io.out(meantText(meant, 'Cover on'));
    const view = await viewOf(data, request, api, now);
    const code = await decided({ ...view, meant }, options, io);
    if (!isJson) io.out(meantText(meant, 'That was'));
    return code;
  } catch (error) {
    if (error instanceof CoverRefused) return refused(`${error.message}\n  ${NOTHING_CHANGED}\n`, io);
    if (error instanceof LeaveFileError) {
      return refused(`${error.message}\n  ${NOTHING_CHANGED}; fix the file by hand\n`, io);
    }
    if (error instanceof VendorError) return refused(noAnswerText(error, NOTHING_CHANGED), io);
    throw error;
  }
}

type Decided = Planned & { readonly meant: Meant };

/** Shows the plan, asks for confirmation, and carries it out. */
async function decided(view: Decided, options: CoverOptions, io: Io): Promise<number> {
  const isJson = options.json === true;
  const { request, plan } = view;
  const nothing: Outcome = { leaveDone: true, problems: [] };
  if (isNothing(view)) {
    const isFine = view.unmet.length === 0;
    if (isJson) io.out(jsonText({ ...meantJson(view.meant), ...coverJson(view, nothing, isFine) }));
    else io.out(nothingText(view));
    if (!isFine) io.err(unmetText(view));
    return isFine ? EXIT.clean : EXIT.problems;
  }
  if (!isJson) io.out(planText(view));
  if (isOpen(view) && options.yes !== true) {
    if (io.confirm === undefined) {
      io.err(`${NOTHING_CHANGED}: there is no terminal to ask for confirmation\n  ${YES}\n`);
      return EXIT.usage;
    }
    if (!(await io.confirm(request.cancel ? 'Cancel the cover?' : 'Hand over?'))) {
      io.err(`${NOTHING_CHANGED}\n`);
      return EXIT.clean;
    }
  }
  const outcome = await carryOut(view, io);
  const done = outcome.problems.length === 0 && view.unmet.length === 0;
  if (isJson) io.out(jsonText({ ...meantJson(view.meant), ...coverJson(view, outcome, done) }));
  else io.out(outcomeText(view, outcome));
  if (outcome.problems.length > 0) io.err(problemsText(view, outcome));
  if (!done) io.err(unmetText(view));
  return done ? EXIT.clean : EXIT.problems;

  function isNothing({ steps }: Planned): boolean {
    if (request.cancel) return plan.change === 'absent' && steps.every(({ state }) => state === 'absent');
    return steps.length === 0;
  }
}

function nothingText({ request, data, plan, remarks, onCall, unmet, otherEntries }: CoverView): string {
  const { person, span, timeZone, cancel, rotation } = request;
  const when = rangeText(span, timeZone);
  return cancel
    ? [
        wrapped(
          `Nothing to cancel: ${data.leavePath} has no emergency leave of ${person.name}${rotation === undefined ? '' : ` from ${rotation.name} alone`}, ${when}, and PagerDuty has no override for it.`,
        ),
        ...otherEntries.map((id) =>
          wrapped(
            id === undefined
              ? 'There is one from all that they do: cancel it without --rotation.'
              : `There is one from ${id} alone: cancel it with --rotation ${id}.`,
          ),
        ),
      ].join('')
    : [
        wrapped(
          `${nothingToHandOver(keptPages(plan, timeZone), `${person.name} is not on call${rotation === undefined ? '' : ` in ${rotation.name}`}, ${when}`)}. Nothing was written; to plan a leave, edit ${data.leavePath}.`,
        ),
        ...(onCall.length === 0 ? [] : [wrapped(`PagerDuty has on call: ${onCall.join('; ')}.`)]),
        ...remarks
          .filter((remark) => !unmet.some(({ text }) => text === remark))
          .map((remark) => wrapped(`note: ${visible(remark)}`)),
      ].join('');
}

function nothingToHandOver(kept: readonly string[], why: string): string {
  return kept.length === 0
    ? `Nothing to hand over: ${why}`
    : `Nothing can be handed over. ${kept.join('. ')}`;
}

function refused(text: string, io: Io): number {
  io.err(text);
  return EXIT.problems;
}
