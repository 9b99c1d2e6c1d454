import type { Temporal } from 'temporal-polyfill';
import type { Diagnostic } from '../../../catalog';
import { Rosters, zoneOf } from '../../../roster';
import { shown } from '../../../text/visible';
import { timeText } from '../../../time/localTime';
import { contains, type Span } from '../../../time/span';
import { dataFiles } from '../files/dataFiles';
import { checkedData } from '../problems';
import type { TeamData } from '../teamData';
import type { Account } from './account';
import { dutiesOf } from './duties';
import type { RotationDraft } from './layers';
import { type Disagreement, firstDisagreement } from './sameOnCall';
import { type PipelineDraft, schedulesOf } from './services';
import { type Selection, type TakenOver, teamOf } from './teamOf';

/** What every selection is compared with. */
export interface Trial {
  readonly account: Account;
  readonly answers: Pick<TeamData, 'name'> & Partial<Pick<TeamData, 'timeZone'>>;
  readonly now: Temporal.Instant;
  /** The time that PagerDuty rendered. */
  readonly window: Span;
}

/** A selection written as data, with the same people on call at every moment. */
export interface Fit extends TakenOver {
  readonly selection: Selection;
}

/**
 * Writes pipelines as data, checks it, and compares its roster with PagerDuty's own rendering.
 * @param rotations by the schedule's id
 * @param ignored codes of errors that do not matter
 * @returns a text that says why the data cannot express them
 */
export function fitOf(
  pipelines: readonly PipelineDraft[],
  rotations: ReadonlyMap<string, RotationDraft>,
  trial: Trial,
  ignored: readonly Diagnostic['code'][] = [],
): Fit | string {
  const duties = dutiesOf(pipelines);
  if (duties === undefined) return 'no duties of the data page these schedules on these levels';
  const used = new Set(pipelines.flatMap(schedulesOf));
  const selection = {
    pipelines,
    rotations: new Map([...rotations].filter(([id]) => used.has(id))),
    duties,
  };
  const taken = teamOf(selection, trial.account, trial.answers, trial.now);
  const { catalog, errors } = checkedData(dataFiles(taken.team), trial.now);
  const [error] = errors.filter(({ code }) => !ignored.includes(code));
  if (error !== undefined) return errorText(error);
  if (catalog === undefined) return 'the data cannot be read';
  const rosters = new Rosters(catalog);
  for (const [schedule, id] of taken.rotationIds) {
    const rotation = catalog.rotations.find((each) => each.id === id);
    const rendering = trial.account.renderings.get(schedule);
    if (rotation === undefined || rendering === undefined) return 'the data lacks one of its schedules';
    const { shifts } = rosters.of(rotation, trial.window);
    const expected = shifts.map(({ from, until, onDuty: { email } }) => ({ from, until, email }));
    const { onCall, overridden } = rendering;
    const other = firstDisagreement(expected, onCall, trial.window, overridden);
    if (other !== undefined) {
      const covers = shifts.some((shift) => contains(shift, other.at) && shift.reason !== 'rotation');
      return disagreementText(other, rotation.name, zoneOf(rotation, catalog.organization), covers);
    }
  }
  return { ...taken, selection };
}

function disagreementText(
  { at, found, expected }: Disagreement,
  name: string,
  zone: string,
  covers: boolean,
): string {
  const who = (email: string | undefined) => email ?? 'nobody';
  const why = covers ? '; in the data nobody holds two duties of a pipeline at once' : '';
  return `in "${name}" PagerDuty has ${who(found)} on call from ${timeText(at, zone)} (${zone}) on, the data would have ${who(expected)}${why}`;
}

function errorText({ code, message, value }: Diagnostic): string {
  return `${code}: ${message}${value === undefined ? '' : `: ${shown(value)}`}`;
}
