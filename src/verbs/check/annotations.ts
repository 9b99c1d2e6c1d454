import { relative, resolve } from 'node:path';
import type { Diagnostic } from '../../catalog';
import { countText } from '../../cli/diagnosticsReport';
import type { Io } from '../../cli/io';

/**
 * Diagnostics as GitHub Actions workflow commands, which annotate the lines of a pull
 * request, and a line that counts them.
 *
 * @param env `GITHUB_WORKSPACE` is the repository's folder; GitHub expects paths relative to it
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 * @example
 * // ::error file=data/leave.yaml,line=9,col=11,title=LEAV001::unknown person: "aidl"%0Adid you mean…
 */
export function annotationsText(diagnostics: readonly Diagnostic[], env: Io['env']): string {
  const workspace = env['GITHUB_WORKSPACE'] || '.';
  return [...diagnostics.map((each) => annotation(each, workspace)), countText(diagnostics), ''].join('\n');
}

function annotation(diagnostic: Diagnostic, workspace: string): string {
  const { severity, code, location, message, value, wayOut } = diagnostic;
  const received = value === undefined ? '' : `: ${value}`;
  const properties = {
    file: relative(workspace, resolve(location.file)).replaceAll('\\', '/'),
    line: location.line,
    col: location.column,
    title: code,
  };
  const written = Object.entries(properties).map(([name, each]) => `${name}=${property(String(each))}`);
  const text = `${message}${received}\n${wayOut}\nMore: npx watchbill explain ${code}`;
  return `::${severity} ${written.join(',')}::${data(text)}`;
}

/** The text after the last `::`, escaped like GitHub's own toolkit does. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** A property, which would also end at a colon or a comma. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
