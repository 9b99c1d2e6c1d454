import { atOnce, NOTHING_CHANGED, type Outcome, unconfirmed } from '../../cli/atOnce';
import { tellClocks } from '../../cli/clock';
import { refuseErrors } from '../../cli/dataProblems';
import { EXIT } from '../../cli/exitCode';
import type { Io } from '../../cli/io';
import { jsonText } from '../../cli/json';
import { type Meant, meantBy, meantJson, meantText } from '../../cli/meant';
import { clientOptions } from '../../cli/waiting';
import { holidayProblems } from '../../roster';
import { visible } from '../../text/visible';
import { wrapped } from '../../text/wrapped';
import { rangeText } from '../../time/localTime';
import { PagerDutyApi, pagerDutyAccess } from '../../vendors';
import { carryOutCover, isOpen } from './carryOut';
import { keptPages } from './plan';
import { type CoverView, coverJson, outcomeText, planText, problemsText, unmetText } from './report';
import { type CoverOptions, requestOf } from './request';
import { type Planned, viewOf } from './view';

export type { CoverOptions } from './request';

/**
 * `watchbill cover`: hands a person's on-call time over to somebody else at once, by overrides
 * in PagerDuty and a leave in the data, or cancels that.
 * @throws DataProblems if the data that says who is on call has errors
 * @throws UsageError
 */
export async function cover(person: string, options: CoverOptions, io: Io): Promise<number> {
  const asOfHint = 'a cover is always as of now; --from says when it begins';
  return atOnce({ file: 'leave.yaml', asOfHint, options }, io, async (data, now) => {
    const { timeZone } = data.catalog.organization;
    const request = requestOf(person, options, data.catalog, now);
    refuseErrors(holidayProblems(data.catalog, request.span), NOTHING_CHANGED);
    const access = pagerDutyAccess(io.env);
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
  });
}

type Decided = Planned & { readonly meant: Meant };

/** Shows the plan, asks for confirmation, and carries it out. */
async function decided(view: Decided, options: CoverOptions, io: Io): Promise<number> {
  const isJson = options.json === true;
  const { request, plan } = view;
  const nothing: Outcome = { fileDone: true, vendorDone: true, problems: [] };
  if (isNothing(view)) {
    const isFine = view.unmet.length === 0;
    if (isJson) io.out(jsonText({ ...meantJson(view.meant), ...coverJson(view, nothing, isFine) }));
    else io.out(nothingText(view));
    if (!isFine) io.err(unmetText(view));
    return isFine ? EXIT.clean : EXIT.problems;
  }
  if (!isJson) io.out(planText(view));
  if (isOpen(view)) {
    const code = await unconfirmed(request.cancel ? 'Cancel the cover?' : 'Hand over?', options, io);
    if (code !== undefined) return code;
  }
  const outcome = await carryOutCover(view, io);
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
          `Nothing to cancel: ${data.path} has no emergency leave of ${person.name}${rotation === undefined ? '' : ` from ${rotation.name} alone`}, ${when}, and PagerDuty has no override for it.`,
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
          `${nothingToHandOver(keptPages(plan, timeZone), `${person.name} is not on call${rotation === undefined ? '' : ` in ${rotation.name}`}, ${when}`)}. Nothing was written; to plan a leave, edit ${data.path}.`,
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
