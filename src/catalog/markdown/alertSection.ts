import type { RunbookSection } from '../model/runbookSection';
import { stepsOf } from './firstSteps';
import type { Heading } from './parseMarkdown';
import { plainLines } from './plainText';
import { PART_WORDS, type PartName, sectionParts } from './sectionParts';

/** Labels of the parts that a section lacks, as they would be written. */
export function missingParts(heading: Heading): string[] {
  const { parts } = sectionParts(heading);
  return (Object.keys(PART_WORDS) as PartName[])
    .filter((name) => parts[name] === undefined)
    .map((name) => `${PART_WORDS[name][0]}.`);
}

/** What an alert's message takes from its section. */
export function alertSection(heading: Heading): RunbookSection {
  const { text: title, slug } = heading;
  const { before, parts } = sectionParts(heading);
  // Without labels, the first paragraphs are the meaning, and what follows is what to do.
  const unlabelled = Object.keys(parts).length === 0;
  const end = before.findIndex(({ type }) => type !== 'paragraph' && type !== 'html');
  const opening = unlabelled && end >= 0 ? before.slice(0, end) : before;
  const rest = unlabelled && end >= 0 ? before.slice(end) : [];
  const meaning = (parts.meaning ?? opening).flatMap(plainLines).join('\n');
  return { title, slug, meaning, firstSteps: stepsOf(parts.check ?? rest) };
}
