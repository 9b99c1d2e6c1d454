import type { Temporal } from 'temporal-polyfill';
import type { EditedData } from '../../cli/atOnce';
import { absences, coversOnHolidays, rosterOfCatalog } from '../../roster';
import { counted } from '../../text/counted';
import { listText, rangeText } from '../../time/localTime';
import type { PagerDutyApi } from '../../vendors';
import { staysOnCall, watchedSchedules } from './leave';
import { logInsReport } from './logIns';
import { onCallReport } from './onCall';
import { Schedules } from './pagerDuty';
import { type CoverPlan, keptPages, otherLeaves, planOf, refuseNobodyLeft } from './plan';
import type { CoverView } from './report';
import type { CoverRequest } from './request';
import { stepsOf } from './steps';

/** What is shown, and the requests that carry it out. */
export type Planned = CoverView & { readonly schedules: Schedules };

/**
 * Works out the effect of an absence, and asks PagerDuty for everything that this needs, before
 * anything is changed.
 * @throws ChangeRefused
 * @throws DataFileError
 * @throws VendorError
 */
export async function viewOf(
  data: EditedData,
  request: CoverRequest,
  api: PagerDutyApi,
  now: Temporal.Instant,
): Promise<Planned> {
  const schedules = new Schedules(api);
  const plan = planOf(data, request, now);
  if (!request.cancel) refuseNobodyLeft(plan, request, request.timeZone);
  const { steps, remarks } = await stepsOf(plan, request, schedules, now);
  const people = plan.moves.map((move) => (request.cancel ? move.without : move.standIn));
  const logIns = await logInsReport([...new Map(people.map((each) => [each.id, each])).values()], api);
  const watched = watchedSchedules(data.catalog, request.span);
  const onCall = request.cancel
    ? { lines: [], unknown: [] }
    : await onCallReport(
        watched,
        [...plan.moves, ...staysOnCall(plan.catalog, request.person, request.span)],
        request,
        schedules,
        now,
      );
  return {
    data,
    request,
    plan,
    steps,
    schedules,
    onCall: onCall.lines,
    otherEntries: otherLeaves(data, request, now).map(({ rotation }) => rotation),
    unreached: logIns.unreached.map(({ person }) => person.id),
    unmet: [...logIns.unreached, ...onCall.unknown],
    remarks: [
      ...request.remarks,
      ...logIns.remarks,
      ...onCall.unknown.map(({ text }) => text),
      ...keptPages(plan, request.timeZone),
      ...standInRemarks(plan, request),
      ...remarks,
      ...elsewhereRemarks(data),
    ],
  };
}

/** What to know about those who cover before confirming. */
function standInRemarks({ twice, bothDuties, catalog }: CoverPlan, request: CoverRequest): string[] {
  const { person, cancel, timeZone, span } = request;
  if (cancel) return [];
  const away = absences(catalog);
  const onHolidays = rosterOfCatalog(catalog, span)
    .flatMap((roster) => coversOnHolidays(roster, away))
    .filter(({ rostered }) => rostered.id === person.id)
    .map(
      ({ standIn, holidays, ...time }) =>
        `${standIn.name} observes ${listText(holidays.map(({ name }) => name))}, ${rangeText(time, timeZone)}, but covers anyway, as agreed`,
    );
  const twoAtOnce = twice.map(
    ({ move, other }) =>
      `${move.standIn.name} is also on call in ${other.name}, ${rangeText(move, timeZone)}`,
  );
  const both = bothDuties.map(
    ({ rotation, rostered, ...time }) =>
      `nobody else is left for ${rotation.name}, ${rangeText(time, timeZone)}: ${rostered.name} holds both duties`,
  );
  return [...new Set([...onHolidays, ...twoAtOnce, ...both])];
}

/** Errors that do not prevent a cover, but the next deploy. */
function elsewhereRemarks({ elsewhere }: EditedData): string[] {
  if (elsewhere.length === 0) return [];
  const files = listText([...new Set(elsewhere.map(({ location }) => location.file))]);
  return [
    `${counted(elsewhere.length, 'error')} in ${files} will stop the next deploy, but not this cover: see npx watchbill check`,
  ];
}
