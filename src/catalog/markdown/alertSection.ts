import type { RunbookSection } from '../model/runbookSection';
import { type Heading, itemsOf, labelOf, textAfterLabel, textOf } from './parseMarkdown';

/** Labels of the three parts of an alert's section. */
export const PARTS = ['Meaning.', 'Check.', 'Repair.'] as const;

/** Labels that a section lacks. */
export function missingParts({ content }: Heading): string[] {
  const labels = content.map(labelOf);
  return PARTS.filter((part) => !labels.includes(part));
}

/** What a message takes from an alert's section. */
export function alertSection(heading: Heading): RunbookSection {
  const { content, text: title, slug } = heading;
  const labelled = content.find((node) => labelOf(node) === 'Meaning.');
  const first = labelled ?? content.find((node) => node.type === 'paragraph');
  const meaning =
    labelled?.type === 'paragraph'
      ? textAfterLabel(labelled)
      : first?.type === 'paragraph'
        ? textOf(first)
        : '';
  return { title, slug, meaning, firstSteps: firstSteps(heading) };
}

/** Items of the numbered list under "Check.", else of the first list of the section. */
function firstSteps({ content }: Heading): string[] {
  const from = content.findIndex((node) => labelOf(node) === 'Check.');
  const after = from < 0 ? [] : content.slice(from + 1);
  const end = after.findIndex((node) => labelOf(node) !== undefined);
  const check = end < 0 ? after : after.slice(0, end);
  const list =
    check.find((node) => node.type === 'list' && node.ordered === true) ??
    content.find((node) => node.type === 'list');
  return list?.type === 'list' ? itemsOf(list) : [];
}
