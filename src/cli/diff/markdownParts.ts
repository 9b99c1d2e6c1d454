import type { Diagnostic } from '../../catalog';
import { inline } from './inline';

/** Longest table that is not folded, in rows. */
const MAX_OPEN = 8;
/** Most lines of one part, so that all of them fit a comment. */
const MAX_LINES = 60;

/** A heading and lines below it; nothing where there are none. */
export function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `#### ${title}\n\n${capped(lines).join('\n')}`;
}

/** A table under a heading, folded where it is long; nothing where it has no rows. */
export function part(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  note?: string,
): string {
  if (rows.length === 0) return '';
  const body = `${note === undefined ? '' : `${note}\n\n`}${table(head, rows)}`;
  return rows.length > MAX_OPEN ? details(title, body) : `#### ${inline(title)}\n\n${body}`;
}

/** Something that is folded until it is asked for. */
export function details(title: string, body: string): string {
  return `<details><summary>${inline(title)}</summary>\n\n${body}\n\n</details>`;
}

/** A table whose cells are inert. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(inline).join(' | ')} |`;
  return [line(head), `|${head.map(() => ' --- |').join('')}`, ...capped(rows.map(line))].join('\n');
}

/** Problems of the data as a list. */
export function diagnosticsLines(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ code, severity, location, message, value, wayOut }) => {
    const { file, line, column } = location;
    const received = value === undefined ? '' : `: ${value}`;
    return `- ${inline(`${file}:${line}:${column}`)} ${severity} **${code}** ${inline(`${message}${received}`)}; ${inline(wayOut)}`;
  });
}

function capped(lines: readonly string[]): readonly string[] {
  if (lines.length <= MAX_LINES) return lines;
  return [
    ...lines.slice(0, MAX_LINES),
    '',
    `${lines.length - MAX_LINES} more: \`npx watchbill diff\` shows all.`,
  ];
}
