import { join } from 'node:path';
import { type DataFiles, loadRosterCatalog, type Pipeline, readDataDirectory } from '../../catalog';
import { DataProblems } from '../../cli/dataProblems';
import { EXIT } from '../../cli/exitCode';
import type { Io } from '../../cli/io';
import { type CommonOptions, dataFolder } from '../../cli/session';
import { findById } from '../../cli/suggestion';
import { UsageError } from '../../text/usageError';
import { runbookStub } from './files/runbookStub';
import { writeNew } from './place';

/** Options of `watchbill init runbook`. */
export type RunbookOptions = Pick<CommonOptions, 'data'>;

/**
 * `watchbill init runbook PIPELINE`: writes the page that PIPE004 asks for. Other pages may be
 * missing or broken meanwhile.
 * @throws DataProblems if the organization or its rotations cannot be read
 * @throws UsageError if there is no such pipeline, or it has a runbook already
 */
export function initRunbook(id: string, options: RunbookOptions, io: Pick<Io, 'out' | 'env'>): number {
  const folder = dataFolder(options, io);
  const files = readDataDirectory(folder);
  const { catalog, diagnostics } = loadRosterCatalog(files, folder);
  if (catalog === undefined) throw new DataProblems(diagnostics, 'nothing was written');
  const pipeline = findById('pipeline', catalog.pipelines, id);
  const path = `runbooks/${id}.md`;
  const there = files.has(path) ? path : pageOf(id, files);
  if (there !== undefined) {
    throw new UsageError(`${join(folder, there)} already exists, and is not overwritten\n  edit it`);
  }
  const text = stubOf(pipeline, catalog.organization.officeHours.from.toString().slice(0, 5), files);
  writeNew(folder, new Map([[path, text]]));
  io.out(`Written: ${join(folder, path)}\n  edit it, then npx watchbill check\n`);
  return EXIT.clean;
}

function stubOf({ id, name, coverage, escalation, office }: Pipeline, by: string, files: DataFiles): string {
  const steps = coverage === 'on-call' ? escalation.steps : [];
  const schemas = schemasOf(files);
  return runbookStub({
    id,
    name,
    escalation: steps.map(({ notify }) => notify.map(({ word }) => word)),
    by: office?.officeHours.from.toString().slice(0, 5) ?? by,
    ...(schemas === undefined ? {} : { schemas: `../${schemas}` }),
  });
}

/** The folder of the JSON Schemas that the organization's file names, seen from the data folder. */
function schemasOf(files: DataFiles): string | undefined {
  const text = Buffer.from(files.get('organization.yaml') ?? []).toString();
  return /^# yaml-language-server: \$schema=([\w./@-]+)\/organization\.schema\.json\s*$/m.exec(text)?.[1];
}

/** A pipeline's page, whose file may have another name. */
function pageOf(id: string, files: DataFiles): string | undefined {
  const names = new RegExp(`^---\\r?\\n(?:(?!---).*\\n)*?pipeline:[ \\t]*["']?${id}["']?[ \\t]*\\r?\\n`);
  return [...files].find(
    ([path, bytes]) => /^runbooks\/[^/]+\.md$/.test(path) && names.test(Buffer.from(bytes).toString()),
  )?.[0];
}
