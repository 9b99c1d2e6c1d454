import type { Temporal } from 'temporal-polyfill';
import type { EscalationStep, Hours, Pipeline, Target } from '../catalog';
import { type Catalog, type Rotation, targetsOf } from '../catalog';
import type { Span } from '../time/span';
import { absences } from './absences';
import { absencesFor } from './absencesFor';
import { AwayTimes } from './awayTimes';
import { HandOffs } from './handOffs';
import { hoursIn, inHours, timesOnCall } from './inHours';
import { NEVER } from './left';
import { type OnDuty, onDutyIn } from './onDuty';
import { personRosterOf } from './personRoster';
import type { Reached } from './reached';
import { rosterOfTurns } from './rosterOf';
import type { Absence, RotationRoster } from './shift';
import { Turns } from './turns';
import { zoneOf } from './zoneOf';

/**
 * The rosters of a catalog. Nobody holds two duties of a pipeline at once: a person on call in an
 * earlier duty of any pipeline that a rotation serves, covers and clashes included, is away for
 * that rotation.
 *
 * Made once per call; what several rotations need is computed once.
 */
export class Rosters {
  /** When each person is away according to the data, by id: see `absences`. */
  readonly absences: ReadonlyMap<string, readonly Absence[]>;
  /** Shared by all rotations that no leave names. */
  private readonly awayTimes: AwayTimes;
  /** Those of the rotations that leaves name, by id. */
  private readonly ownAwayTimes: ReadonlyMap<string, AwayTimes>;
  private readonly handOffs = new Map<string, HandOffs>();
  private readonly turnsById = new Map<string, Turns>();
  private readonly known = new Map<string, RotationRoster>();
  private readonly hoursTimes = new Map<string, Span[]>();
  /** The rotations that serve a pipeline, by its id. */
  private readonly byPipeline = new Map<string, Rotation[]>();

  constructor(private readonly catalog: Catalog) {
    this.absences = absences(catalog);
    this.awayTimes = new AwayTimes(absencesFor(this.absences, undefined));
    const named = new Set(catalog.leave.flatMap(({ rotation }) => rotation ?? []));
    for (const rotation of catalog.rotations) {
      for (const id of rotation.pipelines) {
        const serving = this.byPipeline.get(id);
        if (serving === undefined) this.byPipeline.set(id, [rotation]);
        else serving.push(rotation);
      }
    }
    this.ownAwayTimes = new Map(
      [...named].map((id) => [id, new AwayTimes(absencesFor(this.absences, id))] as const),
    );
  }

  /** Who is on call when in a rotation, within a window. */
  of(rotation: Rotation, window: Span): RotationRoster {
    const key = `${rotation.id} ${keyOf(window)}`;
    const roster =
      this.known.get(key) ??
      inHours(
        this.whole(rotation, window),
        timesOnCall(rotation, this.turns(rotation), this.zoneOf(rotation), window, (...asked) =>
          this.hoursIn(...asked),
        ),
      );
    this.known.set(key, roster);
    return roster;
  }

  /** The same as if the rotation were always on call, like its schedule's layers without their restrictions. */
  whole(rotation: Rotation, window: Span): RotationRoster {
    return rosterOfTurns(rotation, this.turns(rotation), this.awayTimesFor(rotation, window), window);
  }

  /** The turns of a rotation. */
  turns(rotation: Rotation): Turns {
    const timeZone = this.zoneOf(rotation);
    const turns =
      this.turnsById.get(rotation.id) ?? new Turns(rotation, (at) => this.handOffsAt(timeZone, at));
    this.turnsById.set(rotation.id, turns);
    return turns;
  }

  /** Who is on call in a rotation at an instant, and who is next in line. */
  onDutyAt(rotation: Rotation, at: Temporal.Instant): OnDuty {
    return onDutyIn(
      this.turns(rotation),
      (window) => this.of(rotation, window),
      (window) => this.awayTimesFor(rotation, window),
      at,
    );
  }

  /** Who each target of a step reaches at an instant, without targets that reach nobody. */
  reachedAt(pipeline: Pipeline, step: Pick<EscalationStep, 'notify'>, at: Temporal.Instant): Reached[] {
    return targetsOf(pipeline, step).flatMap((target) => this.reachedBy(pipeline, target, at) ?? []);
  }

  private reachedBy(pipeline: Pipeline, target: Target, at: Temporal.Instant): Reached | undefined {
    if (target.kind === 'desk') return { target, responder: target.desk };
    const watch =
      target.kind === 'person'
        ? personRosterOf(pipeline, target.person, this.awayTimes, { from: at, until: NEVER }).shifts[0]
        : this.catalog.rotations
            .filter(({ id }) => id === target.rotation)
            .map((rotation) => this.onDutyAt(rotation, at).shift)[0];
    return watch && { target, responder: watch.onDuty, watch };
  }

  /** Who is away for a rotation within a window: according to the data, or on call in an earlier duty. */
  awayTimesFor(rotation: Rotation, window: Span): AwayTimes {
    const earlier = this.earlierDuties(rotation);
    if (earlier.length === 0) return this.ownAwayTimes.get(rotation.id) ?? this.awayTimes;
    const counted = absencesFor(this.absences, rotation.id);
    const onDuty = new Map<string, Absence[]>();
    for (const other of earlier) {
      for (const { from, until, onDuty: person } of this.of(other, window).shifts) {
        const own = onDuty.get(person.id) ?? [];
        own.push({ kind: 'duty', person, rotation: other, from, until });
        onDuty.set(person.id, own);
      }
    }
    const own = new Map(
      [...onDuty].map(([id, duties]) => [id, byStart([...(counted.get(id) ?? []), ...duties])] as const),
    );
    return new AwayTimes({ get: (id) => own.get(id) ?? counted.get(id) });
  }

  /** Rotations of an earlier duty that serve a pipeline of this one. */
  private earlierDuties(rotation: Rotation): readonly Rotation[] {
    const { duties } = this.catalog.organization;
    const duty = duties.indexOf(rotation.duty);
    if (duty === 0) return [];
    const beside = new Set(rotation.pipelines.flatMap((id) => this.byPipeline.get(id) ?? []));
    return [...beside].filter((other) => duties.indexOf(other.duty) < duty);
  }

  private handOffsAt(timeZone: string, at: Temporal.PlainTime): HandOffs {
    const key = `${timeZone} ${at}`;
    const handOffs = this.handOffs.get(key) ?? new HandOffs(timeZone, at);
    this.handOffs.set(key, handOffs);
    return handOffs;
  }

  /** Computed once for rotations with the same hours: clocks are slow to ask. */
  private hoursIn(hours: Hours, timeZone: string, span: Span): Span[] {
    const key = [timeZone, ...hours.days, hours.from, hours.until, keyOf(span)].join(' ');
    const times = this.hoursTimes.get(key) ?? hoursIn(hours, timeZone, span);
    this.hoursTimes.set(key, times);
    return times;
  }

  private zoneOf(rotation: Rotation): string {
    return zoneOf(rotation, this.catalog.organization);
  }
}

/** Numbers, because an instant's text takes longer. */
function keyOf({ from, until }: Span): string {
  return `${from.epochNanoseconds} ${until.epochNanoseconds}`;
}

/** Each start is read once: comparing numbers is several times as fast as comparing instants. */
function byStart(all: readonly Absence[]): readonly Absence[] {
  return all
    .map((absence) => ({ absence, start: absence.from.epochMilliseconds }))
    .sort((a, b) => a.start - b.start)
    .map(({ absence }) => absence);
}
