import { excessOf, PAGE_BYTES } from '../markdown/bounds';
import { frontMatter } from '../markdown/frontMatter';
import { type ParsedMarkdown, parseMarkdown } from '../markdown/parseMarkdown';
import { isRunbook } from './layout';
import type { Reading } from './reading';
import { readText } from './readText';

/** Longest line of a page, in characters. */
const MAX_LINE = 2_000;

/** A page of the runbooks folder. */
export interface Page {
  readonly path: string;
  /** Front matter of a runbook; undefined for other pages, and if it is missing, which is reported. */
  readonly yaml: string | undefined;
  /** Undefined if the page cannot be read, which is reported. */
  readonly markdown: ParsedMarkdown | undefined;
}

/** Reads a page of the runbooks folder. */
export function readPage(reading: Reading, path: string): Page {
  const text = isTooLarge(reading, path) ? undefined : readText(reading, path);
  if (text === undefined) return { path, yaml: undefined, markdown: undefined };
  if (text.trim() === '') {
    reading.problems.error(reading.at(path), {
      code: 'FILE003',
      message: 'the page is empty',
      wayOut: 'write it, or remove the file',
    });
    return { path, yaml: undefined, markdown: undefined };
  }
  const split = isRunbook(path) ? frontMatter(text) : undefined;
  if (isRunbook(path) && split === undefined) {
    reading.problems.error(reading.at(path), {
      code: 'BOOK003',
      message: 'the runbook does not start with front matter',
      wayOut: 'start the file with a line ---, then pipeline and alerts, then another line ---',
    });
  }
  const body = split?.body ?? text;
  const parsable = checkLines(reading, path, text) && checkExcess(reading, path, body);
  const markdown = parsable ? parseMarkdown(body) : undefined;
  if (markdown !== undefined) reportStrays(reading, path, markdown);
  return { path, yaml: split?.yaml, markdown };
}

function isTooLarge(reading: Reading, path: string): boolean {
  const bytes = reading.files.get(path)?.length ?? 0;
  if (bytes <= PAGE_BYTES) return false;
  reading.problems.error(reading.at(path), {
    code: 'FILE006',
    message: `${bytes} bytes; at most ${PAGE_BYTES} are allowed`,
    wayOut: 'keep what somebody needs at night, and link to the rest',
  });
  return true;
}

function checkExcess(reading: Reading, path: string, body: string): boolean {
  const excess = excessOf(body);
  if (excess === undefined) return true;
  reading.problems.error(reading.at(path, excess), {
    code: 'BOOK016',
    message: excess.message,
    wayOut: 'simplify it, or split it into several paragraphs or pages',
  });
  return false;
}

function reportStrays(reading: Reading, path: string, { strays }: ParsedMarkdown): void {
  for (const stray of strays) {
    reading.problems.error(reading.at(path, stray), {
      code: 'BOOK015',
      message: `not a ${stray.kind}: no plain space follows the mark`,
      value: stray.mark,
      wayOut: `write a plain space after ${stray.mark}`,
    });
  }
}

function checkLines(reading: Reading, path: string, text: string): boolean {
  const lines = text.split('\n');
  const long = lines.flatMap((line, index) => (line.length > MAX_LINE ? [index] : []));
  for (const index of long) {
    const line = lines[index] ?? '';
    reading.problems.error(reading.at(path, { line: index + 1, column: MAX_LINE + 1 }), {
      code: 'TEXT003',
      message: `${line.length} characters on one line; at most ${MAX_LINE} are allowed`,
      value: line,
      wayOut: 'break it into several lines',
    });
  }
  return long.length === 0;
}
