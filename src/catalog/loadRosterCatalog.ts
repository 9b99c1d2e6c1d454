import type { DataFiles } from './dataFiles';
import { deepFreeze } from './deepFreeze';
import { type Diagnostic, hasErrors, sortDiagnostics } from './diagnostic';
import { completed, type LoadedCatalog, loadCatalog, valuesOf } from './loadCatalog';
import type { Catalog } from './model/catalog';
import { checkRosterLayout } from './read/layout';
import { readCalendars } from './read/readHolidays';
import { Reading } from './read/reading';
import { readLeave } from './read/readLeave';
import { readMaintenance } from './read/readMaintenance';
import { readOrganization } from './read/readOrganization';
import { readPipelines } from './read/readPipelines';
import { readRotations } from './read/readRotations';

/** The result of reading only what decides who is on call. */
export interface LoadedRosterCatalog extends LoadedCatalog {
  /** Errors in pipelines, runbooks and unexpected files; they change nobody's turn. */
  readonly elsewhere: readonly Diagnostic[];
}

/**
 * Reads a team's data for an emergency cover, which depends on the organization, rotations,
 * leave and holidays alone: errors elsewhere are reported but do not stop it. The catalog
 * then has only the pipelines that could be read, without their runbooks. Never throws.
 * @param label the data folder as the user typed it; locations start with it
 */
export function loadRosterCatalog(files: DataFiles, label: string): LoadedRosterCatalog {
  const whole = loadCatalog(files, label);
  if (whole.catalog !== undefined) return { ...whole, elsewhere: [] };
  const reading = new Reading(files, label);
  const catalog = checkRosterLayout(reading) ? readRosterCatalog(reading) : undefined;
  const diagnostics = sortDiagnostics(reading.problems.diagnostics);
  const own = new Set(diagnostics.map(identity));
  const elsewhere = whole.diagnostics.filter(
    (diagnostic) => diagnostic.severity === 'error' && !own.has(identity(diagnostic)),
  );
  if (catalog === undefined || hasErrors(diagnostics)) return { diagnostics, elsewhere };
  return { catalog: deepFreeze(catalog), diagnostics, elsewhere };
}

function readRosterCatalog(reading: Reading): Catalog | undefined {
  const calendars = readCalendars(reading);
  const facts = readOrganization(reading, calendars);
  // Pipelines do not change anybody's turn, so references to them are not checked.
  const rotations = readRotations(reading, facts, undefined);
  const leave = readLeave(reading, facts, rotations.known);
  if (facts.organization === undefined) return undefined;
  const aside = new Reading(reading.files, '');
  const pipelines = readPipelines(aside, facts);
  return {
    organization: facts.organization,
    offices: valuesOf(facts.offices),
    teams: valuesOf(facts.teams),
    people: valuesOf(facts.people),
    pipelines: completed(
      pipelines,
      rotations,
      { runbookOf: new Map() },
      readMaintenance(aside, pipelines, facts.timeZone),
    ),
    rotations: rotations.rotations,
    leave,
    holidays: calendars.own.holidays,
    holidayYears: calendars.own.years,
    failureClassesPage: false,
  };
}

function identity({ code, location, message }: Diagnostic): string {
  return `${location.file}:${location.line}:${location.column} ${code} ${message}`;
}
