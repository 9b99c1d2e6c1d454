import type { Temporal } from 'temporal-polyfill';
import { diagnosticJson } from '../../cli/diagnosticsReport';
import { instantJson } from '../../cli/json';
import { plannedRosters } from '../../roster';
import { type PersonLoad, personLoadJson } from '../load/load';
import { rosterJson } from '../roster/roster';
import type { LoadChange } from './changes';
import type { BrokenView, DiffView, ReadSide } from './view';

/**
 * The diff for programs: `{base, head, uncommitted, newTeam, asOf, until, timeZone, rotations, shifts, owners,
 * escalations, rules, runbooks, shapes, names, settings, load, warnings, problems}`. Absent values are null.
 *
 * - `base`, `head`: a commit's hash, or a folder as it was typed; `uncommitted`: the folder has
 *   uncommitted changes; `newTeam`: BASE has no data, so everything is added
 * - `shifts`: `{rotation, duty, from, until, before, after, reason}` with person ids; spans cover exactly
 *   the time that changes; `reason` is the new shift's `rotation`, `cover` or `clash`, else
 *   `nobody` (before the first version) or `removed` (the rotation is gone)
 * - `rotations`: `{id, pipelines, change}`, added or removed
 * - `owners`: `{pipeline, change, before, after}` of `{primary, secondary, coverage, rotation}`
 * - `escalations`: `{pipeline, before, after}`; `settings`: `{key, before, after}`; in words
 * - `shapes`: `{what, id, key, before, after}`: the office, duty, hours, handOff or turn of a rotation, the
 *   office of a person or a pipeline; in words
 * - `names`: `{what, id, before, after}`, where `what` is pipeline, rotation, team, desk (by its team's id) or person
 * - `rules`: `{pipeline, alert, what, change, before, after}`, one for each key that changes; `what` is
 *   the key, `rule`, `kind` or `metric`; `change` is added, removed, loosened, tightened or changed
 * - `runbooks`: `{file, pipeline, section, alert, change}`; a section of null is the whole page
 * - `load`: `{person, before, after}` with the figures of `load --json`
 * - `warnings`: `{code, message}`, see `WARNING_CODES`; `problems`: errors of the new roster, as `check --json` shows them
 */
export function diffJson({ base, head, diff, before, after, problems }: DiffView): object {
  const { timeZone } = after.organization;
  const text = (at: Temporal.Instant) => instantJson(at, timeZone);
  return {
    base: base.id,
    head: head.id,
    uncommitted: head.uncommitted,
    newTeam: before === undefined,
    asOf: text(diff.asOf),
    until: text(diff.horizon),
    timeZone,
    rotations: diff.rotations.map(({ rotation: { id, pipelines }, change }) => ({ id, pipelines, change })),
    shifts: diff.shifts.map((change) => ({
      rotation: change.rotation,
      duty: change.duty ?? null,
      from: text(change.from),
      until: text(change.until),
      before: change.before?.onDuty.id ?? null,
      after: change.after?.onDuty.id ?? null,
      reason: change.reason,
    })),
    owners: diff.owners.map((each) => ({
      pipeline: each.pipeline,
      change: each.change,
      before: each.before === undefined ? null : { ...each.before, rotation: each.before.rotation ?? null },
      after: each.after === undefined ? null : { ...each.after, rotation: each.after.rotation ?? null },
    })),
    escalations: diff.escalations,
    rules: diff.rules.map((each) => ({ ...each, before: each.before ?? null, after: each.after ?? null })),
    runbooks: diff.runbooks.map(({ file, pipeline, section, alert, change }) => ({
      file,
      pipeline: pipeline ?? null,
      section: section ?? null,
      alert: alert ?? null,
      change,
    })),
    shapes: diff.shapes,
    names: diff.names,
    settings: diff.settings,
    load: diff.load.map(loadChangeJson),
    warnings: diff.warnings,
    problems: problems.map(diagnosticJson),
  };
}

/**
 * For programs, if a side has errors: `{base, head, uncommitted, broken, asOf, roster}`, where
 * `broken` are `{side, problems}` and `roster` is the sound side's, as `roster --json` shows it, or null.
 */
export function brokenJson({ base, head, broken, sound }: BrokenView): object {
  return {
    base: base.id,
    head: head.id,
    uncommitted: head.uncommitted,
    broken: broken.map(({ side, diagnostics }: ReadSide) => ({
      side,
      problems: diagnostics.map(diagnosticJson),
    })),
    asOf: sound === undefined ? null : instantJson(sound.asOf, sound.catalog.organization.timeZone),
    roster:
      sound === undefined
        ? null
        : rosterJson({ ...sound, rosters: plannedRosters(sound.catalog, sound.asOf) }),
  };
}

function loadChangeJson({ person, before, after }: LoadChange): object {
  const figures = (load: PersonLoad | undefined) => (load === undefined ? null : personLoadJson(load));
  return { person: person.id, before: figures(before), after: figures(after) };
}
