import { type Diagnostic, formatDiagnostic } from '../catalog';
import { counted } from '../text/counted';
import { type Palette, PLAIN } from './color';
import { explainHint } from './explainHint';

/** Diagnostics for people, their count, and how to look one up (an error, if there is one). */
export function diagnosticsText(diagnostics: readonly Diagnostic[], palette = PLAIN): string {
  const texts = diagnostics.map((diagnostic) => painted(diagnostic, palette));
  const example = diagnostics.find(({ severity }) => severity === 'error') ?? diagnostics[0];
  const hint = example === undefined ? [] : [explainHint(example.code)];
  return [...texts, countText(diagnostics), ...hint, ''].join('\n');
}

function painted(diagnostic: Diagnostic, { red, yellow }: Palette): string {
  const { severity, code } = diagnostic;
  const paint = severity === 'error' ? red : yellow;
  return formatDiagnostic(diagnostic).replace(` ${severity} ${code}:`, ` ${paint(`${severity} ${code}`)}:`);
}

/**
 * The number of errors and warnings.
 * @example
 * countText([]) // 'no problems'
 */
export function countText(diagnostics: readonly Diagnostic[]): string {
  if (diagnostics.length === 0) return 'no problems';
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return `${counted(errors, 'error')}, ${counted(diagnostics.length - errors, 'warning')}`;
}

/** A diagnostic as `--json` prints it, with a flat location. */
export function diagnosticJson({ location, ...diagnostic }: Diagnostic): object {
  const { code, severity, ...rest } = diagnostic;
  return { code, severity, ...location, ...rest };
}
