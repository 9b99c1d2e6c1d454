import type { Temporal } from 'temporal-polyfill';
import { type Catalog, type Organization, type Owner, ownerId, type Pipeline, targetOf } from '../../catalog';
import { CLASH, marked, paletteOf } from '../../cli/color';
import { refuseErrors } from '../../cli/dataProblems';
import { EXIT } from '../../cli/exitCode';
import type { Io } from '../../cli/io';
import { instantJson, jsonText } from '../../cli/json';
import { reasonText } from '../../cli/reason';
import { type CommonOptions, instantOption, readableSession, type Session } from '../../cli/session';
import { findById } from '../../cli/suggestion';
import {
  absences,
  holidayProblems,
  NEVER,
  type OnDuty,
  onDutyAt,
  type Reached,
  reachedAt,
} from '../../roster';
import { tableText } from '../../text/table';
import { wrapped } from '../../text/wrapped';
import { shortTimeText, timeText } from '../../time/localTime';

/** Options of `watchbill who`. */
export interface WhoOptions extends CommonOptions {
  /** @default - `--as-of` where it is given, else this moment */
  readonly at?: string;
}

/** One pipeline and who stands for it. */
interface Answer {
  readonly pipeline: Pipeline;
  /** Nobody is on duty for an office-hours pipeline. */
  readonly duty?: OnDuty;
  /** Whom each step reaches at that moment. */
  readonly levels: readonly (Reached | undefined)[];
}

/** `watchbill who`: who is on duty at a moment, and who is next in line. */
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
  const away = absences(catalog);
  return pipelines.map((pipeline) => {
    const rotation = catalog.rotations.find(({ id }) => id === pipeline.rotation);
    if (rotation === undefined) return { pipeline, levels: [] };
    const levels = pipeline.escalation.steps.map(({ notify }) =>
      reachedAt(pipeline, notify, catalog, away, at),
    );
    return { pipeline, duty: onDutyAt(rotation, catalog.organization, away, at), levels };
  });
}

function whoJson(answers: readonly Answer[], { catalog, asOf }: Session, at: Temporal.Instant): object {
  const { timeZone } = catalog.organization;
  return {
    asOf: instantJson(asOf, timeZone),
    at: instantJson(at, timeZone),
    timeZone,
    pipelines: answers.map(({ pipeline, duty, levels }) => ({
      id: pipeline.id,
      coverage: pipeline.coverage,
      primary: ownerId(pipeline.primary),
      secondary: ownerId(pipeline.secondary),
      rotation: pipeline.rotation ?? null,
      onDuty: duty?.shift?.onDuty.id ?? null,
      rostered: duty?.shift?.rostered.id ?? null,
      reason: duty?.shift?.reason ?? null,
      until: duty?.shift === undefined ? null : instantJson(duty.shift.until, timeZone),
      next: duty?.next?.id ?? null,
      levels: levels.map((reached, index) => ({
        step: index + 1,
        notify: pipeline.escalation.steps[index]?.notify,
        reached: reached?.responder.id ?? null,
        rostered: reached?.watch?.rostered.id ?? null,
        reason: reached?.watch?.reason ?? null,
        until: reached?.watch === undefined ? null : untilJson(reached.watch.until, timeZone),
      })),
    })),
  };
}

/** None where nobody knows of a change. */
function untilJson(until: Temporal.Instant, timeZone: string): string | null {
  return until.equals(NEVER) ? null : instantJson(until, timeZone);
}

function whoText(answers: readonly Answer[], { organization }: Catalog, at: Temporal.Instant): string {
  const { timeZone } = organization;
  const rows = answers.map(({ pipeline, duty }) => [
    pipeline.id,
    ...dutyColumns(pipeline, duty, organization, at),
  ]);
  const table = tableText(['pipeline', 'on duty', 'until', 'next'], rows);
  return `At ${timeText(at, timeZone)} (${timeZone})\n${table}${answers.flatMap(personLines).join('')}`;
}

/** Who is reached where a step pages a person by name: them, or who stands in. */
function personLines({ pipeline, levels }: Answer): string[] {
  return levels.flatMap((reached, index) => {
    const { watch } = reached ?? {};
    const notify = pipeline.escalation.steps[index]?.notify;
    if (watch === undefined || notify === undefined) return [];
    if (targetOf(pipeline, notify)?.kind !== 'person') return [];
    const reason = reasonText(watch);
    return wrapped(
      `${pipeline.id}: step ${index + 1} reaches ${watch.onDuty.name}${reason === '' ? '' : `, ${reason}`}`,
    );
  });
}

function dutyColumns(
  pipeline: Pipeline,
  duty: OnDuty | undefined,
  { timeZone }: Organization,
  at: Temporal.Instant,
): string[] {
  if (duty === undefined) {
    return [`mail to ${ownerName(pipeline.primary)}, ${ownerName(pipeline.secondary)}`, '', ''];
  }
  const { shift, next } = duty;
  const nextName = next?.name ?? 'nobody';
  if (shift === undefined) return ['nobody yet', '', nextName];
  const reason = reasonText(shift);
  return [
    `${shift.onDuty.name}${reason === '' ? '' : `, ${reason}`}`,
    shortTimeText(shift.until, timeZone, at),
    nextName,
  ];
}

function ownerName(owner: Owner): string {
  return owner.kind === 'person' ? owner.person.name : owner.team.name;
}
