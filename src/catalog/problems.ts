import { shown } from '../text/visible';
import type { DiagnosticCode } from './codes';
import type { Diagnostic, Location } from './diagnostic';

/** A diagnostic before it has a location and a severity. */
export interface Problem {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly wayOut: string;
  /** The value received, unquoted. @default - something is missing */
  readonly value?: unknown;
}

/** Collects the problems of one run. */
export class Problems {
  readonly diagnostics: Diagnostic[] = [];

  /** Adds a problem that stops everything that writes. */
  error(location: Location, problem: Problem): void {
    this.add('error', location, problem);
  }

  /** Adds a problem that stops nothing. */
  warning(location: Location, problem: Problem): void {
    this.add('warning', location, problem);
  }

  private add(severity: Diagnostic['severity'], location: Location, problem: Problem): void {
    const { code, message, wayOut, value } = problem;
    const received = value === undefined ? {} : { value: shown(value) };
    this.diagnostics.push({ code, severity, location, message, ...received, wayOut });
  }
}
