import type { Temporal } from 'temporal-polyfill';
import { type Catalog, type Diagnostic, loadCatalog } from '../../catalog';
import { rosterProblems, startOfToday } from '../../roster';
import type { Files } from './files/dataFiles';

/** The data folder of a project. */
const FOLDER = 'data/';

/** The data of a new project, and what is wrong with it. */
export interface CheckedData {
  /** Undefined if it cannot be read. */
  readonly catalog: Catalog | undefined;
  /** The errors of the catalog and the roster, without warnings. */
  readonly errors: readonly Diagnostic[];
}

/** Checks the data of a new project as `watchbill check` does. */
export function checkedData(files: Files, now: Temporal.Instant): CheckedData {
  const data = new Map(
    [...files].flatMap(([path, text]) =>
      path.startsWith(FOLDER) ? [[path.slice(FOLDER.length), Buffer.from(text)] as const] : [],
    ),
  );
  const { catalog, diagnostics } = loadCatalog(data, 'data');
  const roster =
    catalog === undefined ? [] : rosterProblems(catalog, startOfToday(now, catalog.organization.timeZone));
  return { catalog, errors: [...diagnostics, ...roster].filter(({ severity }) => severity === 'error') };
}

/**
 * The errors of an answer, which is not in a file yet.
 * @example
 * // 'ORGA001: unknown time zone: "Asia/Kuala_Lumpr"\n  did you mean "Asia/Kuala_Lumpur"?'
 */
export function answerText(errors: readonly Diagnostic[]): string {
  const texts = errors.map(({ code, message, value, wayOut }) => {
    const received = value === undefined ? '' : `: ${value}`;
    return `${code}: ${message}${received}\n  ${wayOut}`;
  });
  return [...new Set(texts)].join('\n');
}
