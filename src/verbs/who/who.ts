import type { Temporal } from 'temporal-polyfill';
import {
  type Catalog,
  type EscalationStep,
  type Owner,
  ownerId,
  type Pipeline,
  type Rotation,
  reachedBy,
  stepWords,
  targetKey,
} from '../../catalog';
import { CLASH, marked, paletteOf } from '../../cli/color';
import { refuseErrors } from '../../cli/dataProblems';
import { EXIT } from '../../cli/exitCode';
import type { Io } from '../../cli/io';
import { instantJson, jsonText } from '../../cli/json';
import { reasonText } from '../../cli/reason';
import { type CommonOptions, instantOption, readableSession, type Session } from '../../cli/session';
import { findById } from '../../cli/suggestion';
import { holidayProblems, NEVER, type OnDuty, type Reached, Rosters, zoneOf } from '../../roster';
import { tableText } from '../../text/table';
import { wrapped } from '../../text/wrapped';
import { shortTimeText, timeText } from '../../time/localTime';
import { quietJson, quietText } from './quietRules';

/** Options of `watchbill who`. */
export interface WhoOptions extends CommonOptions {
  /** The moment to show. @default - `--as-of` if it is given, else now */
  readonly at?: string;
}

/** One pipeline and who is on call for it. */
interface Answer {
  readonly pipeline: Pipeline;
  /** By duty, one entry per rotation; empty for an office-hours pipeline. */
  readonly duties: readonly RotationDuty[];
  /** Who each step reaches at that moment. */
  readonly levels: readonly (readonly Reached[])[];
}

/** Who is on call in a rotation of a pipeline. */
interface RotationDuty extends OnDuty {
  readonly rotation: Rotation;
}

/** `watchbill who`: who is on call at a moment, and who is next. */
export function who(pipelineId: string | undefined, options: WhoOptions, io: Io): number {
  const session = readableSession(options, io);
  const { catalog } = session;
  const at = momentOf(options, session, io);
  refuseErrors(holidayProblems(catalog, { from: at, until: at.add({ nanoseconds: 1 }) }));
  const pipelines =
    pipelineId === undefined ? catalog.pipelines : [findById('pipeline', catalog.pipelines, pipelineId)];
  const answers = answersOf(pipelines, catalog, at);
  const { red } = paletteOf(io, 'out');
  io.out(
    options.json === true
      ? jsonText(whoJson(answers, session, at))
      : marked(whoText(answers, catalog, at), CLASH, red),
  );
  return EXIT.clean;
}

function momentOf({ at }: WhoOptions, { catalog, asOf, asOfGiven }: Session, io: Io): Temporal.Instant {
  if (at !== undefined) return instantOption('--at', at, catalog.organization.timeZone);
  return asOfGiven ? asOf : io.now();
}

function answersOf(pipelines: readonly Pipeline[], catalog: Catalog, at: Temporal.Instant): Answer[] {
  const rosters = new Rosters(catalog);
  return pipelines.map((pipeline) => {
    const duties = pipeline.rotations.flatMap(({ id }) => {
      const rotation = catalog.rotations.find((each) => each.id === id);
      return rotation === undefined ? [] : [{ rotation, ...rosters.onDutyAt(rotation, at) }];
    });
    const levels =
      duties.length === 0
        ? []
        : pipeline.escalation.steps.map((step) => rosters.reachedAt(pipeline, step, at));
    return { pipeline, duties, levels };
  });
}

function whoJson(answers: readonly Answer[], { catalog, asOf }: Session, at: Temporal.Instant): object {
  const { timeZone } = catalog.organization;
  return {
    asOf: instantJson(asOf, timeZone),
    at: instantJson(at, timeZone),
    timeZone,
    pipelines: answers.map(({ pipeline, duties, levels }) => {
      const first = firstOf(duties);
      return {
        id: pipeline.id,
        coverage: pipeline.coverage,
        primary: ownerId(pipeline.primary),
        secondary: ownerId(pipeline.secondary),
        rotation: first?.rotation.id ?? null,
        ...dutyJson(first, timeZone),
        duties: duties.map((duty) => ({
          duty: duty.rotation.duty,
          rotation: duty.rotation.id,
          ...dutyJson(duty, zoneOf(duty.rotation, catalog.organization)),
        })),
        levels: levels.flatMap((level, index) => levelJson(pipeline, level, index, timeZone)),
        ...quietJson(pipeline),
      };
    }),
  };
}

/** The first duty: its rotation in which somebody is on call, else its first rotation. */
function firstOf(duties: readonly RotationDuty[]): RotationDuty | undefined {
  const own = duties.filter(({ rotation }) => rotation.duty === duties[0]?.rotation.duty);
  return own.find(({ shift }) => shift !== undefined) ?? own[0];
}

function dutyJson(duty: OnDuty | undefined, timeZone: string): object {
  const { shift, next } = duty ?? {};
  return {
    onDuty: shift?.onDuty.id ?? null,
    rostered: shift?.rostered.id ?? null,
    reason: shift?.reason ?? null,
    until: shift === undefined ? null : instantJson(shift.until, timeZone),
    next: next?.id ?? null,
  };
}

/** An entry for each person reached, or a single one for nobody. */
function levelJson(pipeline: Pipeline, level: readonly Reached[], index: number, timeZone: string): object[] {
  const step = pipeline.escalation.steps[index];
  const entry = (reached?: Reached) => ({
    step: index + 1,
    notify: step === undefined ? null : wordOf(pipeline, step, reached),
    reached: reached?.responder.id ?? null,
    rostered: reached?.watch?.rostered.id ?? null,
    reason: reached?.watch?.reason ?? null,
    until: reached?.watch === undefined ? null : untilJson(reached.watch.until, timeZone),
  });
  return level.length === 0 ? [entry()] : level.map(entry);
}

/** The word of a step that leads to whoever is reached; all of its words if nobody is. */
function wordOf(pipeline: Pipeline, step: EscalationStep, reached: Reached | undefined): string {
  const word = step.notify.find((target) =>
    reachedBy(pipeline, target).some(
      (each) => reached !== undefined && targetKey(each) === targetKey(reached.target),
    ),
  )?.word;
  return word ?? stepWords(step);
}

/** Null if no change is known. */
function untilJson(until: Temporal.Instant, timeZone: string): string | null {
  return until.equals(NEVER) ? null : instantJson(until, timeZone);
}

function whoText(answers: readonly Answer[], catalog: Catalog, at: Temporal.Instant): string {
  const { timeZone, duties } = catalog.organization;
  const hasDuties = duties.length > 1;
  const rows = answers.flatMap((answer) =>
    dutyRows(answer, catalog, at).map(([duty, ...cells]) => [
      answer.pipeline.id,
      ...(hasDuties ? [duty] : []),
      ...cells,
    ]),
  );
  const head = ['pipeline', ...(hasDuties ? ['duty'] : []), 'on call', 'until', 'next'];
  const table = tableText(head, rows);
  const lines = [...answers.flatMap(personLines), ...answers.flatMap(({ pipeline }) => quietText(pipeline))];
  return `At ${timeText(at, timeZone)} (${timeZone})\n${table}${lines.join('')}`;
}

/** Whom each step that pages a person by name reaches: them, or their stand-in. */
function personLines({ levels, pipeline }: Answer): string[] {
  return levels.flatMap((level, index) =>
    level.flatMap(({ target, watch }) => {
      if (watch === undefined || target.kind !== 'person') return [];
      const reason = reasonText(watch);
      return wrapped(
        `${pipeline.id}: step ${index + 1} reaches ${watch.onDuty.name}${reason === '' ? '' : `, ${reason}`}`,
      );
    }),
  );
}

type DutyRow = readonly [duty: string, onDuty: string, until: string, next: string];

/** A row per rotation in which somebody is on call, and per duty in which nobody is. */
function dutyRows({ pipeline, duties }: Answer, { organization }: Catalog, at: Temporal.Instant): DutyRow[] {
  if (duties.length === 0) {
    return [['', `mail to ${ownerName(pipeline.primary)}, ${ownerName(pipeline.secondary)}`, '', '']];
  }
  const ids = [...new Set(duties.map(({ rotation }) => rotation.duty))];
  return ids.flatMap((id): DutyRow[] => {
    const own = duties.filter(({ rotation }) => rotation.duty === id);
    const running = own.filter(({ shift }) => shift !== undefined);
    if (running.length === 0) {
      const isWaiting = own.every(({ rotation }) => rotation.hours === undefined);
      const next = own.flatMap((each) => each.next?.name ?? [])[0] ?? 'nobody';
      return [[id, isWaiting ? 'nobody yet' : 'nobody: outside its hours', '', next]];
    }
    return running.flatMap(({ rotation, shift, next }): DutyRow[] => {
      if (shift === undefined) return [];
      const reason = reasonText(shift);
      const zone = zoneOf(rotation, organization);
      const until = shortTimeText(shift.until, zone, at);
      return [
        [
          id,
          `${shift.onDuty.name}${reason === '' ? '' : `, ${reason}`}`,
          zone === organization.timeZone ? until : `${until} (${zone})`,
          next?.name ?? 'nobody',
        ],
      ];
    });
  });
}

function ownerName(owner: Owner): string {
  return owner.kind === 'person' ? owner.person.name : owner.team.name;
}
