import type { DiagnosticCode } from './codes';

/** A place in a data file, as an editor shows it. */
export interface Location {
  /** The file as the user would type it, e.g. `data/pipelines.yaml`. */
  readonly file: string;
  /** Line, counted from 1. */
  readonly line: number;
  /** Column in UTF-16 units, counted from 1. */
  readonly column: number;
}

/**
 * A problem in the data that a person can fix: what it is, where it is, the value
 * received, and the fix. Errors stop everything that writes; warnings stop nothing.
 */
export interface Diagnostic {
  /** Stable code, listed in `docs/diagnostics.md`. */
  readonly code: DiagnosticCode;
  /** `error` stops synthesis, `warning` does not. */
  readonly severity: 'error' | 'warning';
  /** Where the value is. */
  readonly location: Location;
  /** What is wrong: one sentence without a full stop. */
  readonly message: string;
  /**
   * The value received, shortened, with control characters made visible.
   * @default - something is missing
   */
  readonly value?: string;
  /** The fix: one sentence without a full stop. */
  readonly wayOut: string;
}

/** Thrown at the boundary if the data has errors; carries every diagnostic of the run. */
export class CatalogError extends Error {
  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(formatDiagnostic).join('\n'));
    this.name = 'CatalogError';
  }
}

/** True if at least one of the diagnostics stops synthesis. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}

/**
 * One diagnostic as two lines of text.
 * @example
 * // data/pipelines.yaml:7:12 error PIPE001: unknown owner: "aidl"
 * //   did you mean "aidil"?
 */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { location, severity, code, message, value, wayOut } = diagnostic;
  const received = value === undefined ? '' : `: ${value}`;
  return `${location.file}:${location.line}:${location.column} ${severity} ${code}: ${message}${received}\n  ${wayOut}`;
}

/** Diagnostics in reading order: by file, line, column and code; of the same code in the order given, which is that of time. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const compare = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0);
  return [...diagnostics].sort(
    (a, b) =>
      compare(a.location.file, b.location.file) ||
      compare(a.location.line, b.location.line) ||
      compare(a.location.column, b.location.column) ||
      compare(a.code, b.code),
  );
}
