import { wrapped } from '../../text/wrapped';
import { exampleText } from './exampleText';
import type { Explanation } from './explanations';

const FENCE = /^```(.*)\n([\s\S]*?)^```$/gm;

/** An explanation for a terminal: paragraphs within 80 columns, and the example. */
export function explanationText({ code, title, text }: Explanation): string {
  const parts: string[] = [];
  let at = 0;
  for (const fence of text.matchAll(FENCE)) {
    const [all, info = '', example = ''] = fence;
    parts.push(...paragraphs(text.slice(at, fence.index)), exampleText(info, example));
    at = fence.index + all.length;
  }
  return [paragraph(`${code}: ${title}`), ...parts, ...paragraphs(text.slice(at))].join('\n');
}

function paragraphs(markdown: string): string[] {
  return markdown
    .split(/\n{2,}/)
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map(paragraph);
}

/** A paragraph as plain text: a link with its file in brackets, a bold lead with a colon. */
function paragraph(markdown: string): string {
  const text = markdown
    .replaceAll('\n', ' ')
    .replace(/\[([^\]]*)\]\(([^)]*)\)/g, (_, words: string, target: string) =>
      words === target ? `docs/${target}` : `${words} (docs/${target})`,
    )
    .replace(/^\*\*([^*]*)\.\*\*/, '$1:');
  // `wrapped` indents continuation lines, which suits lists and not paragraphs.
  return wrapped(text).replace(/^ {2}/gm, '');
}
