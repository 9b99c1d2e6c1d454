import type { Temporal } from 'temporal-polyfill';
import { type Catalog, hasErrors, type Organization, type Owner, type Pipeline } from '../catalog';
import { absences, holidayProblems, type OnDuty, onDutyAt } from '../roster';
import { shortTimeText, timeText } from '../roster/localTime';
import { CLASH, marked, paletteOf } from './color';
import { diagnosticsText } from './diagnosticsReport';
import { EXIT } from './exitCode';
import type { Io } from './io';
import { instantJson, jsonText } from './json';
import { reasonText } from './reason';
import { type CommonOptions, instantOption, openSession, type Session } from './session';
import { findById } from './suggestion';
import { tableText } from './table';

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
}

/** `watchbill who`: who is on duty at a moment, and who is next in line. */
export function who(pipelineId: string | undefined, options: WhoOptions, io: Io): number {
  const opened = openSession(options, io);
  const { session } = opened;
  if (session === undefined) {
    io.err(diagnosticsText(opened.diagnostics, paletteOf(io, 'err')));
    return EXIT.problems;
  }
  const { catalog } = session;
  const at = momentOf(options, session, io);
  const problems = holidayProblems(catalog, { from: at, until: at.add({ nanoseconds: 1 }) });
  if (hasErrors(problems)) {
    io.err(
      diagnosticsText(
        problems.filter(({ severity }) => severity === 'error'),
        paletteOf(io, 'err'),
      ),
    );
    return EXIT.problems;
  }
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
    return rotation === undefined
      ? { pipeline }
      : { pipeline, duty: onDutyAt(rotation, catalog.organization, away, at) };
  });
}

function whoJson(answers: readonly Answer[], { catalog, asOf }: Session, at: Temporal.Instant): object {
  const { timeZone } = catalog.organization;
  return {
    asOf: instantJson(asOf, timeZone),
    at: instantJson(at, timeZone),
    timeZone,
    pipelines: answers.map(({ pipeline, duty }) => ({
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
    })),
  };
}

function whoText(answers: readonly Answer[], { organization }: Catalog, at: Temporal.Instant): string {
  const { timeZone } = organization;
  const rows = answers.map(({ pipeline, duty }) => [
    pipeline.id,
    ...dutyColumns(pipeline, duty, organization, at),
  ]);
  return `At ${timeText(at, timeZone)} (${timeZone})\n${tableText(['pipeline', 'on duty', 'until', 'next'], rows)}`;
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

function ownerId(owner: Owner): string {
  return owner.kind === 'person' ? owner.person.id : owner.team.id;
}

function ownerName(owner: Owner): string {
  return owner.kind === 'person' ? owner.person.name : owner.team.name;
}
