import { type Catalog, type Diagnostic, type Pipeline, type Rotation, stepWords } from '../catalog';
import { counted } from '../text/counted';
import { listText, spanText, timeText } from '../time/localTime';
import { common, isBefore, later, overlap, type Span } from '../time/span';
import type { Rosters } from './rosters';
import { zoneOf } from './zoneOf';

/** The rotations that fill one duty of pipelines, together. */
interface Filled {
  readonly duty: string;
  readonly rotations: readonly Rotation[];
  readonly pipelines: readonly Pipeline[];
}

/**
 * What is wrong with the duties of on-call pipelines in the time that is planned: nobody is on
 * call in the first duty (ROTA008) or in another one (ROTA012), or two rotations of one duty are
 * on call at once (ROTA006). Told once for all pipelines with the same rotations.
 */
export function dutyProblems(catalog: Catalog, rosters: Rosters, planned: Span): Diagnostic[] {
  const [first] = catalog.organization.duties;
  return filledDuties(catalog).flatMap((filled) => {
    const times = filled.rotations.map((rotation) => rosters.of(rotation, planned).shifts);
    const gaps = gapsIn(times.flat(), planned);
    const [gap] = gaps;
    const missing =
      gap === undefined
        ? []
        : [
            filled.duty === first
              ? firstGap(filled, gaps, gap, catalog)
              : otherGap(filled, gaps, gap, catalog),
          ];
    return [...missing, ...overlaps(filled, times, planned, catalog)];
  });
}

function filledDuties({ pipelines, rotations }: Catalog): readonly Filled[] {
  const found = new Map<string, { duty: string; rotations: Rotation[]; pipelines: Pipeline[] }>();
  for (const pipeline of pipelines) {
    for (const duty of new Set(pipeline.rotations.map((each) => each.duty))) {
      const ids = pipeline.rotations.filter((each) => each.duty === duty).map(({ id }) => id);
      const key = [duty, ...ids].join(' ');
      const known = found.get(key);
      if (known !== undefined) known.pipelines.push(pipeline);
      else
        found.set(key, {
          duty,
          rotations: rotations.filter(({ id }) => ids.includes(id)),
          pipelines: [pipeline],
        });
    }
  }
  // A catalog without its pipelines has rotations all the same.
  const served = new Set([...found.values()].flatMap((filled) => filled.rotations));
  const others = rotations.filter((rotation) => !served.has(rotation));
  return [
    ...found.values(),
    ...others.map((rotation) => ({ duty: rotation.duty, rotations: [rotation], pipelines: [] })),
  ];
}

/** The times of a window in which no span runs, in order. */
function gapsIn(spans: readonly Span[], window: Span): Span[] {
  const gaps: Span[] = [];
  let reached = window.from;
  for (const span of [...spans].sort((a, b) => (isBefore(a.from, b.from) ? -1 : 1))) {
    if (isBefore(reached, span.from)) gaps.push({ from: reached, until: span.from });
    reached = later(reached, span.until);
  }
  if (isBefore(reached, window.until)) gaps.push({ from: reached, until: window.until });
  return gaps;
}

/** A gap in the duty that answers first: an alert would page nobody at once. */
function firstGap(filled: Filled, gaps: readonly Span[], gap: Span, catalog: Catalog): Diagnostic {
  const [rotation] = filled.rotations;
  const version = rotation?.versions[0];
  const zone =
    rotation === undefined ? catalog.organization.timeZone : zoneOf(rotation, catalog.organization);
  if (filled.rotations.length === 1 && rotation?.hours === undefined) {
    return {
      code: 'ROTA008',
      severity: 'error',
      location:
        version?.source ?? rotation?.source ?? filled.pipelines[0]?.source ?? catalog.organization.source,
      message: `nobody is on call in "${rotation?.name}" ${spanText(gap, zone)}, before its first version begins`,
      ...(version === undefined ? {} : { value: version.from.toString() }),
      wayOut: `let the first version begin at a hand-off on or before ${timeText(gap.from, zone)}`,
    };
  }
  return {
    code: 'ROTA008',
    severity: 'error',
    location: rotation?.source ?? catalog.organization.source,
    message: `${gapWords(filled, gaps, gap, zone)}; the rotations of this duty are ${names(filled.rotations)}`,
    value: filled.rotations.map(({ id }) => id).join(', '),
    wayOut:
      'let the hours of its rotations meet, or begin a version earlier; in every hour somebody has to answer first',
  };
}

/** A gap in a later duty: its step is passed over. */
function otherGap(filled: Filled, gaps: readonly Span[], gap: Span, catalog: Catalog): Diagnostic {
  const [rotation] = filled.rotations;
  const zone =
    rotation === undefined ? catalog.organization.timeZone : zoneOf(rotation, catalog.organization);
  return {
    code: 'ROTA012',
    severity: 'warning',
    location: rotation?.source ?? catalog.organization.source,
    message: `${gapWords(filled, gaps, gap, zone)}; ${instead(filled)}`,
    value: filled.rotations.map(({ id }) => id).join(', '),
    wayOut: 'let the hours of its rotations meet, if somebody is meant to be there',
  };
}

function gapWords({ duty, pipelines }: Filled, gaps: readonly Span[], gap: Span, zone: string): string {
  const more = gaps.length === 1 ? '' : `, the first of ${counted(gaps.length, 'gap')} up to the horizon`;
  return `nobody is on call as ${duty} for ${listText(pipelines.map(({ name }) => `"${name}"`))} ${spanText(gap, zone)} (${zone})${more}`;
}

/** Who is reached where a duty is empty. */
function instead({ duty, pipelines }: Filled): string {
  const [pipeline] = pipelines;
  const steps = pipeline?.escalation.steps ?? [];
  const own = steps.findIndex(({ notify }) => notify.some(({ word }) => word === duty));
  const others = steps[own]?.notify.filter(({ word }) => word !== duty) ?? [];
  if (others.length > 0) return `its step pages ${listText(others.map(({ word }) => word))} alone`;
  const next = steps[own + 1];
  return next === undefined
    ? 'its step is passed over'
    : `its step is passed over, and ${stepWords(next)} is paged at once`;
}

/** Two rotations of one duty that are on call at once: both people are paged. */
function overlaps(
  { duty, rotations, pipelines }: Filled,
  times: readonly (readonly Span[])[],
  planned: Span,
  { organization }: Catalog,
): Diagnostic[] {
  return rotations.flatMap((one, index) =>
    rotations.slice(index + 1).flatMap((other, offset): Diagnostic[] => {
      const shared = sharedTimes(times[index] ?? [], times[index + 1 + offset] ?? []);
      const [first] = shared;
      if (first === undefined) return [];
      const zones = [...new Set([one, other].map((rotation) => zoneOf(rotation, organization)))];
      const when = zones.map((zone) => `${spanText(first, zone)} (${zone})`).join(', that is ');
      return [
        {
          code: 'ROTA006',
          severity: 'warning',
          location: other.source,
          message: `"${one.name}" and "${other.name}" are both on call as ${duty} for ${listText(pipelines.map(({ name }) => `"${name}"`))}, first ${when}; ${perWeek(shared, planned)} a week on average, in which both people are paged`,
          value: other.id,
          wayOut: 'let the hours of one end where those of the other begin, unless this is meant',
        },
      ];
    }),
  );
}

/** Both in order. */
function sharedTimes(one: readonly Span[], other: readonly Span[]): Span[] {
  const shared: Span[] = [];
  let first = 0;
  for (const span of one) {
    while (first < other.length && !isBefore(span.from, other[first]?.until ?? span.from)) first += 1;
    for (let index = first; index < other.length; index += 1) {
      const beside = other[index];
      if (beside === undefined || !overlap(span, beside)) break;
      const piece = common(span, beside);
      const last = shared.at(-1);
      if (last?.until.equals(piece.from)) shared[shared.length - 1] = { from: last.from, until: piece.until };
      else shared.push(piece);
    }
  }
  return shared;
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
