import {
  type Catalog,
  type Diagnostic,
  hasHours,
  isAllHeld,
  officeOf,
  type Rotation,
  stepWords,
} from '../catalog';
import { counted } from '../text/counted';
import { listText, spanText, timeText } from '../time/localTime';
import { joined, partsWithin, without } from '../time/pieces';
import type { Span } from '../time/span';
import { type Filled, filledDuties } from './filledDuties';
import { officeTimes } from './officeTimes';
import type { Rosters } from './rosters';
import { zoneOf } from './zoneOf';

/** When a rotation is on call. */
interface OnCall {
  readonly rotation: Rotation;
  readonly shifts: readonly Span[];
}

/**
 * Problems with the duties of on-call pipelines in the planned time: nobody is on call in the
 * first duty (ROTA008) or in a later one (ROTA012), or two rotations of one duty are on call at
 * once (ROTA006). Reported once for all pipelines with the same rotations.
 */
export function dutyProblems(catalog: Catalog, rosters: Rosters, planned: Span): Diagnostic[] {
  const [first] = catalog.organization.duties;
  return filledDuties(catalog).flatMap((filled) => {
    const onCall = filled.rotations.map((rotation) => ({
      rotation,
      shifts: rosters.of(rotation, planned).shifts,
    }));
    const gaps = without(
      planned,
      onCall.flatMap(({ shifts }) => shifts),
    );
    const missing =
      filled.duty === first
        ? firstGaps(filled, gaps, catalog, planned)
        : gaps.slice(0, 1).map((gap) => otherGap(filled, gaps, gap, catalog));
    return [...missing, ...overlaps(filled, onCall, planned, catalog)];
  });
}

/**
 * Gaps in the first duty, in which an alert would page nobody at once; in office hours alone for
 * pipelines all of whose rules are held.
 */
function firstGaps(filled: Filled, gaps: readonly Span[], catalog: Catalog, planned: Span): Diagnostic[] {
  const [gap] = gaps;
  if (gap === undefined) return [];
  const atAnyHour = filled.pipelines.filter((pipeline) => !isAllHeld(pipeline));
  if (atAnyHour.length > 0 || filled.pipelines.length === 0) {
    return [firstGap({ ...filled, pipelines: atAnyHour }, gaps, gap, catalog)];
  }
  return filled.pipelines.flatMap((pipeline) => {
    const inHours = partsWithin(gaps, officeTimes(officeOf(catalog, pipeline), planned));
    const [held] = inHours;
    return held === undefined ? [] : [firstGap({ ...filled, pipelines: [pipeline] }, inHours, held, catalog)];
  });
}

/** A gap in the first duty: an alert would page nobody at once. */
function firstGap(filled: Filled, gaps: readonly Span[], gap: Span, catalog: Catalog): Diagnostic {
  const { rotation } = filled;
  const zone = zoneOf(rotation, catalog.organization);
  const [version] = rotation.versions;
  if (filled.rotations.length === 1 && version !== undefined && !hasHours(rotation)) {
    return {
      code: 'ROTA008',
      severity: 'error',
      location: version.source,
      message: `nobody is on call in "${rotation.name}" ${spanText(gap, zone)}, before its first version starts`,
      value: version.from.toString(),
      wayOut: `start the first version at a hand-off on or before ${timeText(gap.from, zone)}`,
    };
  }
  return {
    code: 'ROTA008',
    severity: 'error',
    location: rotation.source,
    message: `${gapWords(filled, gaps, gap, zone)}; ${instead(filled)}; the rotations of this duty are ${names(filled.rotations)}`,
    value: filled.rotations.map(({ id }) => id).join(', '),
    wayOut: `close the gap between the hours of its rotations, or start a version earlier: somebody has to be on call in every ${filled.pipelines.some(isAllHeld) ? 'office hour, when alerts that were held page' : 'hour'}`,
  };
}

/** A gap in a later duty: its step is skipped. */
function otherGap(filled: Filled, gaps: readonly Span[], gap: Span, catalog: Catalog): Diagnostic {
  const { rotation } = filled;
  const zone = zoneOf(rotation, catalog.organization);
  return {
    code: 'ROTA012',
    severity: 'warning',
    location: rotation.source,
    message: `${gapWords(filled, gaps, gap, zone)}; ${instead(filled)}`,
    value: filled.rotations.map(({ id }) => id).join(', '),
    wayOut: 'close the gap between the hours of its rotations, unless it is intended',
  };
}

function gapWords({ duty, pipelines }: Filled, gaps: readonly Span[], gap: Span, zone: string): string {
  const more = gaps.length === 1 ? '' : `, the first of ${counted(gaps.length, 'gap')} up to the horizon`;
  return `nobody is on call as ${duty} for ${listText(pipelines.map(({ name }) => `"${name}"`))} ${spanText(gap, zone)} (${zone})${more}`;
}

/** Who is paged while nobody is on call in a duty. */
function instead({ duty, pipelines }: Filled): string {
  const [pipeline] = pipelines;
  const steps = pipeline?.escalation.steps ?? [];
  const own = steps.findIndex(({ notify }) => notify.some(({ word }) => word === duty));
  const others = steps[own]?.notify.filter(({ word }) => word !== duty) ?? [];
  if (others.length > 0) return `its step pages ${listText(others.map(({ word }) => word))} alone`;
  const next = steps[own + 1];
  return next === undefined
    ? 'its step is skipped'
    : `its step is skipped, and ${stepWords(next)} is paged at once`;
}

/** Times in which two rotations of one duty are on call, so that two people are paged. */
function overlaps(
  { duty, pipelines }: Filled,
  onCall: readonly OnCall[],
  planned: Span,
  { organization }: Catalog,
): Diagnostic[] {
  return onCall.flatMap(({ rotation: one, shifts }, index) =>
    onCall.slice(index + 1).flatMap(({ rotation: other, shifts: others }): Diagnostic[] => {
      const shared = joined(partsWithin(shifts, others));
      const [first] = shared;
      if (first === undefined) return [];
      const zones = [...new Set([one, other].map((rotation) => zoneOf(rotation, organization)))];
      const when = zones.map((zone) => `${spanText(first, zone)} (${zone})`).join(', that is ');
      return [
        {
          code: 'ROTA006',
          severity: 'warning',
          location: other.source,
          message: `"${one.name}" and "${other.name}" are both on call as ${duty} for ${listText(pipelines.map(({ name }) => `"${name}"`))}, first ${when}; ${perWeek(shared, planned)} a week on average, when both people are paged`,
          value: other.id,
          wayOut: 'end the hours of one where those of the other start, unless the overlap is intended',
        },
      ];
    }),
  );
}

function perWeek(shared: readonly Span[], { from, until }: Span): string {
  const minutes = shared.reduce((sum, span) => sum + span.from.until(span.until).total('minutes'), 0);
  const each = Math.round((minutes * 7 * 24) / from.until(until).total('hours'));
  const [hours, rest] = [Math.floor(each / 60), each % 60];
  return [
    ...(hours > 0 ? [counted(hours, 'hour')] : []),
    ...(rest > 0 || hours === 0 ? [counted(rest, 'minute')] : []),
  ].join(' ');
}

function names(rotations: readonly Rotation[]): string {
  return listText(rotations.map(({ name }) => `"${name}"`));
}
