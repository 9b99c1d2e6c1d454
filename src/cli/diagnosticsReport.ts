import { type Diagnostic, formatDiagnostic } from '../catalog';
import { counted } from '../text/counted';
import { fitted } from '../text/fitted';
import { type Palette, PLAIN } from './color';
import { explainHint } from './explainHint';

/**
 * Diagnostics for people, their count, and how to look one up (an error, if there is one).
 * @param width columns of the terminal that shows them
 * @default width - each sentence is one line
 */
export function diagnosticsText(
  diagnostics: readonly Diagnostic[],
  palette = PLAIN,
  width: number = Number.POSITIVE_INFINITY,
): string {
  const texts = diagnostics.map((diagnostic) => painted(diagnostic, palette));
  const example = diagnostics.find(({ severity }) => severity === 'error') ?? diagnostics[0];
  const hint = example === undefined ? [] : [explainHint(example.code)];
  return fitted([...texts, countText(diagnostics), ...hint, ''].join('\n'), width);
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
