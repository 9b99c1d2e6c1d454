import type { RootContent } from 'mdast';
import { plainLines, textOf } from './plainText';

/** The blocks that can be steps; the first kind that a part has counts. */
const CARRIERS: readonly ((block: RootContent) => boolean)[] = [
  (block) => block.type === 'list' && block.ordered === true,
  (block) => block.type === 'list',
  (block) => block.type === 'table',
  (block) => block.type === 'paragraph',
];

/**
 * The steps of a part: the items of its numbered lists, otherwise of its other lists, otherwise
 * the rows of its tables, otherwise its paragraphs. What comes between two steps (a command, a
 * note) belongs to the first; a heading, or a paragraph that ends with a colon, to the second.
 * A paragraph with a colon before the first step is only an introduction, and is dropped.
 */
export function stepsOf(blocks: readonly RootContent[]): string[] {
  const carries = CARRIERS.find((carrier) => blocks.some(carrier)) ?? (() => true);
  const steps: string[][] = [];
  let lead: string[] = [];
  for (const [index, block] of blocks.entries()) {
    if (carries(block)) {
      for (const lines of unitsOf(block)) {
        steps.push([...lead, ...lines]);
        lead = [];
      }
      continue;
    }
    const lines = plainLines(block);
    const next = blocks.findIndex((other, at) => at > index && carries(other));
    const introduces = lines.at(-1)?.endsWith(':') === true && block.type === 'paragraph';
    if (steps.length === 0 && introduces && next === index + 1 && lead.length === 0) continue;
    const last = steps.at(-1);
    if (last === undefined || (next >= 0 && (introduces || block.type === 'heading'))) lead.push(...lines);
    else last.push(...lines);
  }
  if (lead.length > 0) steps.push(lead);
  return steps.map((lines) => lines.join('\n')).filter((step) => step !== '');
}

function unitsOf(block: RootContent): string[][] {
  if (block.type === 'list') return block.children.map((item) => plainLines(item));
  if (block.type !== 'table') return [plainLines(block)];
  const rows = block.children.map((row) => [row.children.map(textOf).join(' | ')]);
  return rows.length > 1 ? rows.slice(1) : rows;
}
