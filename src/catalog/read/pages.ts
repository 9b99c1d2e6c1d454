import { excessOf, PAGE_BYTES } from '../markdown/bounds';
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
  const text = isTooLarge(run, path) ? undefined : readText(run, path);
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
  const body = split?.body ?? text;
  const bearable = checkLines(run, path, text) && checkExcess(run, path, body);
  const markdown = bearable ? parseMarkdown(body) : undefined;
  if (markdown !== undefined) reportStrays(run, path, markdown);
  return { path, yaml: split?.yaml, markdown };
}

function isTooLarge(run: Run, path: string): boolean {
  const bytes = run.files.get(path)?.length ?? 0;
  if (bytes <= PAGE_BYTES) return false;
  run.problems.error(run.at(path), {
    code: 'FILE006',
    message: `the page has ${bytes} bytes, ${PAGE_BYTES} are allowed`,
    wayOut: 'keep what somebody needs at night, and link to the rest',
  });
  return true;
}

function checkExcess(run: Run, path: string, body: string): boolean {
  const excess = excessOf(body);
  if (excess === undefined) return true;
  run.problems.error(run.at(path, excess), {
    code: 'BOOK016',
    message: excess.message,
    wayOut: 'write it more plainly, in several paragraphs or pages',
  });
  return false;
}

function reportStrays(run: Run, path: string, { strays }: ParsedMarkdown): void {
  for (const stray of strays) {
    run.problems.error(run.at(path, stray), {
      code: 'BOOK015',
      message: `this is not a ${stray.kind}`,
      value: stray.mark,
      wayOut: `write a plain space after ${stray.mark}`,
    });
  }
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
