import { frontMatter } from '../markdown/frontMatter';
import { type ParsedMarkdown, parseMarkdown } from '../markdown/parseMarkdown';
import { isRunbook, runbookPages } from './layout';
import { readText } from './readText';
import type { Run } from './run';

/** Longest line of a page, in characters. */
const MAX_LINE = 2_000;

/** A page of the runbooks folder. */
export interface Page {
  readonly path: string;
  /** Front matter of a runbook; undefined where it has none, which is reported, and on other pages. */
  readonly yaml: string | undefined;
  /** Undefined where the page cannot be read, which is reported. */
  readonly markdown: ParsedMarkdown | undefined;
}

/** Reads every page of the runbooks folder. */
export function readPages(run: Run): Page[] {
  return runbookPages(run).map((path) => readPage(run, path));
}

function readPage(run: Run, path: string): Page {
  const text = readText(run, path);
  if (text === undefined) return { path, yaml: undefined, markdown: undefined };
  if (text.trim() === '') {
    run.problems.error(run.at(path), {
      code: 'FILE003',
      message: 'the page is empty',
      wayOut: 'write it, or remove the file',
    });
    return { path, yaml: undefined, markdown: undefined };
  }
  const split = isRunbook(path) ? frontMatter(text) : undefined;
  if (isRunbook(path) && split === undefined) {
    run.problems.error(run.at(path), {
      code: 'BOOK003',
      message: 'this runbook does not begin with front matter',
      wayOut: 'begin the file with a line ---, then pipeline and alerts, then another line ---',
    });
  }
  const bearable = checkLines(run, path, text);
  const markdown = bearable ? parseMarkdown(split?.body ?? text) : undefined;
  return { path, yaml: split?.yaml, markdown };
}

function checkLines(run: Run, path: string, text: string): boolean {
  const lines = text.split('\n');
  const long = lines.flatMap((line, index) => (line.length > MAX_LINE ? [index] : []));
  for (const index of long) {
    const line = lines[index] ?? '';
    run.problems.error(run.at(path, { line: index + 1, column: MAX_LINE + 1 }), {
      code: 'TEXT003',
      message: `this line has ${line.length} characters, ${MAX_LINE} are allowed`,
      value: line,
      wayOut: 'break it into several lines',
    });
  }
  return long.length === 0;
}
