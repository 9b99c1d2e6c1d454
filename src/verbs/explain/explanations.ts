/** What docs/diagnostics.md says about one code. */
export interface Explanation {
  readonly code: string;
  /** What the code means, in a few words. */
  readonly title: string;
  /** The rest, in Markdown. */
  readonly text: string;
}

const SECTION = /^### ([A-Z]+\d{3}) (.+)\n/;
const ROW = /^\| `([A-Z]+\d{3})` \|/;

/**
 * The explanations of docs/diagnostics.md, in its order. A code has its own section
 * (`### CODE title`), or a row in the table of a chapter.
 */
export function explanationsOf(page: string): readonly Explanation[] {
  return page.split(/^(?=###? )/m).flatMap((part): readonly Explanation[] => {
    const [heading, code = '', title = ''] = SECTION.exec(part) ?? [];
    return heading === undefined
      ? rowExplanations(part)
      : [{ code, title, text: part.slice(heading.length).trim() }];
  });
}

/** The rows of a chapter, each followed by what the chapter says about all of them. */
function rowExplanations(chapter: string): readonly Explanation[] {
  const [, ...lines] = chapter.split('\n');
  const table = lines.filter((line) => line.startsWith('|'));
  const about = lines
    .filter((line) => !line.startsWith('|'))
    .join('\n')
    .trim();
  const [, , ...labels] = cellsOf(table[0] ?? '');
  return table
    .filter((line) => ROW.test(line))
    .map((line) => {
      const [code = '', title = '', ...cells] = cellsOf(line);
      const facts = cells.map(
        (cell, index) => `**${sentenceCase(labels[index] ?? '')}.** ${sentenceCase(cell)}`,
      );
      return { code: code.replaceAll('`', ''), title, text: [...facts, about].join('\n\n') };
    });
}

function cellsOf(row: string): string[] {
  return row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

function sentenceCase(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
