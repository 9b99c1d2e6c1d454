import type { DataFiles } from './dataFiles';
import { deepFreeze } from './deepFreeze';
import { type Diagnostic, hasErrors, sortDiagnostics } from './diagnostic';
import type { Catalog } from './model/catalog';
import type { Pipeline } from './model/pipeline';
import { checkDuties } from './read/checkDuties';
import { checkLowUrgencyServices } from './read/checkPaging';
import { checkPersonSchedules } from './read/checkPersonSchedules';
import type { Known } from './read/known';
import { checkLayout } from './read/layout';
import type { PipelineFacts } from './read/pipelineFacts';
import { readCalendars } from './read/readHolidays';
import { Reading } from './read/reading';
import { readLeave } from './read/readLeave';
import { type MaintenanceOf, readMaintenance } from './read/readMaintenance';
import { readOrganization } from './read/readOrganization';
import { readPipelines } from './read/readPipelines';
import { type Rotations, readRotations } from './read/readRotations';
import { checkEveryOnCallPipelineHasARunbook, type Runbooks, readRunbooks } from './read/readRunbooks';

/** The result of reading a data folder. */
export interface LoadedCatalog {
  /**
   * Deeply frozen.
   * @default - the data has errors
   */
  readonly catalog?: Catalog;
  /** Errors and warnings in reading order. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a team's data. Never throws: every problem becomes a diagnostic, and one run
 * reports all of them.
 * @param label the data folder as the user typed it; locations start with it
 */
export function loadCatalog(files: DataFiles, label: string): LoadedCatalog {
  const reading = new Reading(files, label);
  const catalog = checkLayout(reading) ? readCatalog(reading) : undefined;
  const diagnostics = sortDiagnostics(reading.problems.diagnostics);
  if (catalog === undefined || hasErrors(diagnostics)) return { diagnostics };
  return { catalog: deepFreeze(catalog), diagnostics };
}

/** @returns undefined only after reporting an error */
function readCatalog(reading: Reading): Catalog | undefined {
  const calendars = readCalendars(reading);
  const facts = readOrganization(reading, calendars);
  const pipelines = readPipelines(reading, facts);
  const rotations = readRotations(reading, facts, pipelines);
  checkDuties(reading, facts, pipelines, rotations);
  const leave = readLeave(reading, facts, rotations.known);
  const runbooks = readRunbooks(reading, pipelines);
  checkEveryOnCallPipelineHasARunbook(reading, pipelines, runbooks);
  const maintenance = readMaintenance(reading, pipelines, facts.timeZone);
  const complete = completed(pipelines, rotations, runbooks, maintenance);
  checkPersonSchedules(reading, complete, rotations.rotations);
  checkLowUrgencyServices(reading, complete);
  if (facts.organization === undefined) return undefined;
  return {
    organization: facts.organization,
    offices: valuesOf(facts.offices),
    teams: valuesOf(facts.teams),
    people: valuesOf(facts.people),
    pipelines: complete,
    rotations: rotations.rotations,
    leave,
    holidays: calendars.own.holidays,
    holidayYears: calendars.own.years,
    failureClassesPage: runbooks.failureClassesPage,
  };
}

/** The pipelines without problems, each with its rotation and its runbook. */
export function completed(
  pipelines: Known<PipelineFacts>,
  { rotationsOf }: Rotations,
  { runbookOf }: Pick<Runbooks, 'runbookOf'>,
  maintenanceOf: MaintenanceOf,
): Pipeline[] {
  return valuesOf(pipelines).flatMap((facts) => {
    const { primary, secondary, escalation, ...rest } = facts;
    const runbook = runbookOf.get(facts.id);
    const maintenance = maintenanceOf.get(facts.id);
    if (primary === undefined || secondary === undefined || escalation === undefined) return [];
    return {
      ...rest,
      primary,
      secondary,
      escalation,
      rotations: rotationsOf.get(facts.id) ?? [],
      ...(maintenance && { maintenance }),
      ...(runbook && { runbook }),
    };
  });
}

/** The values themselves, without those that have a problem. */
export function valuesOf<T>(known: Known<T>): T[] {
  return [...(known?.values() ?? [])].filter((value) => value !== undefined) as T[];
}
