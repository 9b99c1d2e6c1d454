import { type Diagnostic, formatDiagnostic } from '../catalog';

/** Diagnostics for people, and a line that counts them. */
export function diagnosticsText(diagnostics: readonly Diagnostic[]): string {
  return [...diagnostics.map(formatDiagnostic), countText(diagnostics), ''].join('\n');
}

/**
 * How many problems there are.
 * @example
 * countText([]) // 'no problems'
 */
export function countText(diagnostics: readonly Diagnostic[]): string {
  if (diagnostics.length === 0) return 'no problems';
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return `${counted(errors, 'error')}, ${counted(diagnostics.length - errors, 'warning')}`;
}

/** A diagnostic as `--json` shows it: the location flat. */
export function diagnosticJson({ location, ...diagnostic }: Diagnostic): object {
  const { code, severity, ...rest } = diagnostic;
  return { code, severity, ...location, ...rest };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
