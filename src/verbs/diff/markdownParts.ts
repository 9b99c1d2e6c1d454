import type { Diagnostic } from '../../catalog';
import { counted } from '../../text/counted';
import { inline } from './inline';

/** Longest table that is not folded, in rows. */
const MAX_OPEN = 8;
/** Most lines of one part, so that all of them fit a comment. */
const MAX_LINES = 60;

/** Longest comment, in UTF-16 units, with room to spare: GitHub takes 65,536. */
const MAX_COMMENT = 60_000;

/** A comment of parts, empty ones left out; a part for which there is no room is left out, and that is said. */
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
  const said =
    left === 0
      ? []
      : [`No room is left for ${counted(left, 'part')} of this: \`npx watchbill diff\` shows all.`];
  return [...kept, ...said].join('\n\n').concat('\n');
}

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
