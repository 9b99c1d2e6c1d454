import type { Place } from '../yaml/parseYaml';

/**
 * Limits of a page. Parsing time grows with the square of the unmatched marks in a block, and
 * with the depth of quotes and lists; a runbook for people has a hundredth of each.
 */
export const PAGE_BYTES = 256_000;
const MARKS_IN_BLOCK = 2_000;
const MARKS_IN_PAGE = 20_000;
const UNDERLINES = 500;
const DEPTH = 20;
const INDENT = 200;

/** Which limit a page exceeds, and where. */
export interface Excess extends Place {
  readonly message: string;
}

const MARKS = /[[\]*_`<]/g;
const UNDERLINE = /^ {0,3}(=+|-+)[ \t]*$/;
const CONTAINER = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;

/** The first place where a page exceeds a limit, found in linear time; undefined if there is none. */
export function excessOf(text: string): Excess | undefined {
  const sums = { block: 0, page: 0, underlines: 0 };
  for (const [index, line] of text.split('\n').entries()) {
    const place = { line: index + 1, column: 1 };
    const marks = line.match(MARKS)?.length ?? 0;
    sums.block = line.trim() === '' ? 0 : sums.block + marks;
    sums.page += marks;
    if (UNDERLINE.test(line)) sums.underlines += 1;
    const message = excess(sums) ?? deep(line);
    if (message !== undefined) return { ...place, message };
  }
  return undefined;
}

function excess({ block, page, underlines }: Readonly<Record<'block' | 'page' | 'underlines', number>>) {
  if (block > MARKS_IN_BLOCK)
    return `more than ${MARKS_IN_BLOCK} brackets, asterisks and underscores without an empty line`;
  if (page > MARKS_IN_PAGE)
    return `more than ${MARKS_IN_PAGE} brackets, asterisks and underscores on one page`;
  return underlines > UNDERLINES ? `more than ${UNDERLINES} lines of hyphens or equals signs` : undefined;
}

function deep(line: string): string | undefined {
  if (line.search(/[^ \t]/) > INDENT) return `a line indented by more than ${INDENT} blanks`;
  CONTAINER.lastIndex = 0;
  let depth = 0;
  while (depth <= DEPTH && CONTAINER.test(line)) depth += 1;
  return depth > DEPTH ? `more than ${DEPTH} nested lists or quotes` : undefined;
}
