import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Heading } from './parseMarkdown';
import { textOf } from './plainText';

/** The parts of an alert's section, and the labels with which each can start. */
export const PART_WORDS = {
  meaning: ['Meaning', 'What it means'],
  check: ['Check', 'Checks', 'What to check', 'First steps', 'Diagnosis'],
  repair: ['Repair', 'How to repair', 'Mitigation'],
} as const;

/** A part of an alert's section. */
export type PartName = keyof typeof PART_WORDS;

/** The blocks of a section, by part. */
export interface SectionParts {
  /** The blocks before the first label. */
  readonly before: readonly RootContent[];
  /** The blocks of each part without its label; undefined if the section has no such part. */
  readonly parts: Readonly<Partial<Record<PartName, readonly RootContent[]>>>;
  /** The blocks after a part that belong to none, in order, with their labels. */
  readonly others: readonly RootContent[];
}

const NAMES = new Map(
  Object.entries(PART_WORDS).flatMap(([name, words]) =>
    words.map((word) => [word.toLowerCase(), name as PartName] as const),
  ),
);

/** Words that are often bold within a part, and are not labels. */
const REMARK = /^(note|notes|warning|caution|important|attention|tip|example)$/;

interface Label {
  /** Undefined for a label that starts something else. */
  readonly name: PartName | undefined;
  /** Depth of a heading; a bold label is below every heading. */
  readonly depth: number;
  /** What follows the label in the same paragraph. */
  readonly rest: readonly RootContent[];
}

/** Messages and warnings ask for the parts of the same section. */
const known = new WeakMap<Heading, SectionParts>();

/**
 * Reads a section as people do: a part starts with its label in bold, on its own line or as a
 * heading, with or without a colon or full stop, and ends where another starts. What comes
 * between numbered items that continue (2., 3.) belongs to them.
 */
export function sectionParts(heading: Heading): SectionParts {
  const before = known.get(heading);
  if (before !== undefined) return before;
  const parts = partsOf(heading);
  known.set(heading, parts);
  return parts;
}

function partsOf({ content }: Heading): SectionParts {
  const blocks = content.flatMap(splitAtLabels);
  const before: RootContent[] = [];
  const others: RootContent[] = [];
  const parts: Partial<Record<PartName, RootContent[]>> = {};
  let current: RootContent[] | undefined = before;
  let depth = 0;
  for (const [index, block] of blocks.entries()) {
    const label = labelOf(block);
    if (label?.name !== undefined) {
      current = parts[label.name] ?? [];
      parts[label.name] = current;
      depth = label.depth;
      current.push(...label.rest);
      continue;
    }
    const ends = current !== before && label !== undefined && label.depth <= depth;
    if (ends && !goesOn(current ?? [], blocks.slice(index + 1))) current = undefined;
    (current ?? others).push(block);
  }
  return { before, parts, others };
}

/** True if a list before the next part continues the numbering. */
function goesOn(current: readonly RootContent[], after: readonly RootContent[]): boolean {
  const last = current.findLast((block) => block.type === 'list' && block.ordered === true);
  if (last?.type !== 'list') return false;
  const next = (last.start ?? 1) + last.children.length;
  const end = after.findIndex((block) => labelOf(block)?.name !== undefined);
  return after
    .slice(0, end < 0 ? after.length : end)
    .some((block) => block.type === 'list' && block.ordered === true && block.start === next);
}

function labelOf(block: RootContent): Label | undefined {
  if (block.type === 'heading') return { name: nameOf(textOf(block)), depth: block.depth, rest: [] };
  if (block.type !== 'paragraph') return undefined;
  const [first, ...others] = block.children;
  if (first?.type === 'text') return plainLabel(block, first.value);
  if (first?.type !== 'strong' && first?.type !== 'emphasis') return undefined;
  const word = textOf(first);
  const following = others.length === 0 ? '' : textOf({ type: 'paragraph', children: others });
  const name = nameOf(word);
  if (name === undefined) {
    const isLabel = following === '' || /[.:：。]$/.test(word) || /^[:：]/.test(following);
    const begins = first.type === 'strong' && isLabel && !REMARK.test(bare(word));
    return begins ? { name, depth: Number.POSITIVE_INFINITY, rest: [] } : undefined;
  }
  // "**Check** the log" is a sentence, not a label.
  if (!/[.:：。]$/.test(word) && /^\p{Ll}/u.test(following) && !beginsLine(others[0])) return undefined;
  return { name, depth: Number.POSITIVE_INFINITY, rest: paragraphOf(withoutColon(others)) };
}

/** A label that is not bold: alone, or followed by a colon. */
function plainLabel(block: Paragraph, text: string): Label | undefined {
  const [, word = '', rest = ''] = /^([^.:：。\n]{1,40})[:：]\s*([\s\S]*)$/.exec(text) ?? [];
  const alone = textOf(block);
  const name = nameOf(word) ?? (/[.。]$/.test(alone) ? nameOf(alone) : undefined);
  if (name === undefined) return undefined;
  const others = block.children.slice(1);
  const begun: PhrasingContent[] = rest === '' ? [] : [{ type: 'text', value: rest }];
  return { name, depth: Number.POSITIVE_INFINITY, rest: paragraphOf([...begun, ...others]) };
}

function nameOf(text: string): PartName | undefined {
  return NAMES.get(bare(text));
}

function bare(text: string): string {
  return text.replace(/[\s.:：。]+$/, '').toLowerCase();
}

function beginsLine(node: PhrasingContent | undefined): boolean {
  return node?.type === 'break' || (node?.type === 'text' && /^\s*\n/.test(node.value));
}

function withoutColon(children: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const [first, ...rest] = children;
  if (first?.type !== 'text') return children;
  return [{ ...first, value: first.value.replace(/^\s*[.:：。–—-]?\s*/, '') }, ...rest];
}

function paragraphOf(children: readonly PhrasingContent[]): RootContent[] {
  const paragraph: Paragraph = { type: 'paragraph', children: [...children] };
  return textOf(paragraph) === '' ? [] : [paragraph];
}

/** Splits a paragraph at bold labels at the start of a line, which start a part even without an empty line before them. */
function splitAtLabels(block: RootContent): RootContent[] {
  if (block.type !== 'paragraph') return [block];
  const found: Paragraph[] = [];
  let children: PhrasingContent[] = [];
  for (const child of block.children) {
    const last = children.at(-1);
    const atLine = last?.type === 'break' || (last?.type === 'text' && /\n\s*$/.test(last.value));
    if (atLine && child.type === 'strong' && nameOf(textOf(child)) !== undefined) {
      found.push({ ...block, children });
      children = [];
    }
    children.push(child);
  }
  return [...found, { ...block, children }];
}
