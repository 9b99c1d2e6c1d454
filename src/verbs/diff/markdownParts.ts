import type { Diagnostic } from '../../catalog';
import { counted } from '../../text/counted';
import { inline } from '../../text/inlineMarkdown';

/** Longest unfolded table, in rows. */
const MAX_OPEN = 8;
/** Most lines in one part, so that every part fits in. */
const MAX_LINES = 60;

/** Longest comment, in UTF-16 units: GitHub allows 65,536, and this leaves room to spare. */
const MAX_COMMENT = 60_000;

/** A comment made of the non-empty parts; a last line counts the parts that did not fit. */
export function comment(parts: readonly string[]): string {
  const kept: string[] = [];
  let [length, left] = [0, 0];
  for (const each of parts.filter((text) => text !== '')) {
    if (length + each.length > MAX_COMMENT) left += 1;
    else {
      kept.push(each);
      length += each.length + 2;
    }
  }
  const note =
    left === 0 ? [] : [`${counted(left, 'part')} did not fit: \`npx watchbill diff\` shows everything.`];
  return [...kept, ...note].join('\n\n').concat('\n');
}

/** A heading with lines below it; empty without lines. */
export function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `#### ${title}\n\n${capped(lines).join('\n')}`;
}

/** A table below a heading, folded if it is long; empty without rows. */
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

/** A folded section. */
export function details(title: string, body: string): string {
  return `<details><summary>${inline(title)}</summary>\n\n${body}\n\n</details>`;
}

/** A table with inert cells. */
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
    `${lines.length - MAX_LINES} more: \`npx watchbill diff\` shows them all.`,
  ];
}
