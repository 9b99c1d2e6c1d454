import { nearest } from '../../text/nearest';
import { type Heading, type ParsedMarkdown, parseMarkdown } from '../markdown/parseMarkdown';
import { FAILURE_CLASSES } from '../model/alertRule';
import { FAILURE_CLASSES_PAGE } from './layout';
import type { Reading } from './reading';

/** Level-2 headings of every runbook, in this order. */
const HEADINGS = [
  'Description',
  'Critical inputs',
  'Critical outputs',
  'Common failures',
  'Monitoring alerts',
  'Escalation',
] as const;

/** Reports two headings with one anchor: GitHub would number the second, and the number moves with the text. */
export function checkAnchors(reading: Reading, path: string, { headings }: ParsedMarkdown): void {
  const seen = new Map<string, Heading>();
  for (const heading of headings) {
    const first = seen.get(heading.slug);
    if (first === undefined) {
      seen.set(heading.slug, heading);
      continue;
    }
    reading.problems.error(reading.at(path, heading), {
      code: 'BOOK008',
      message: `this heading has the anchor #${heading.slug} of line ${first.line}`,
      value: heading.text,
      wayOut: 'give one of the two another text',
    });
  }
}

/** Reports level-2 headings that a runbook lacks, or has too many of, or in another order. */
export function checkHeadings(reading: Reading, path: string, { headings }: ParsedMarkdown): void {
  const given = headings.filter(({ depth }) => depth === 2);
  const strange = new Set(given.filter(({ text }) => !isRequired(text)));
  for (const required of HEADINGS) {
    if (given.some(({ text }) => text === required)) continue;
    const meant = [...strange].find(({ text }) => nearest(text, [required]) !== undefined);
    if (meant !== undefined) strange.delete(meant);
    reading.problems.error(reading.at(path, meant), {
      code: 'BOOK004',
      message: `the heading "${required}" is missing`,
      ...(meant && { value: meant.text }),
      wayOut: meant ? `write ## ${required}` : `add ## ${required}; the order is ${HEADINGS.join(', ')}`,
    });
  }
  for (const heading of strange) {
    reading.problems.error(reading.at(path, heading), {
      code: 'BOOK005',
      message: 'runbooks have no such heading on level 2',
      value: heading.text,
      wayOut: `write it with ### below one of: ${HEADINGS.join(', ')}`,
    });
  }
  checkOrder(
    reading,
    path,
    given.filter(({ text }) => isRequired(text)),
  );
}

/** Tells the first heading that is out of order; the others follow from it. */
function checkOrder(reading: Reading, path: string, given: readonly Heading[]): void {
  const first = given.filter(({ text }, index) => given.findIndex((other) => other.text === text) === index);
  const expected = HEADINGS.filter((heading) => first.some(({ text }) => text === heading));
  const index = first.findIndex(({ text }, position) => text !== expected[position]);
  const heading = first[index];
  if (heading === undefined) return;
  reading.problems.error(reading.at(path, heading), {
    code: 'BOOK005',
    message: `"${expected[index] ?? ''}" comes before this heading`,
    value: heading.text,
    wayOut: `keep the order ${HEADINGS.join(', ')}`,
  });
}

/** Warns of a title that is not the pipeline's name, by which people look for the runbook. */
export function checkTitle(reading: Reading, path: string, { headings }: ParsedMarkdown, name: string): void {
  const title = headings.find(({ depth }) => depth === 1);
  if (title !== undefined && [name, asHeading(name)].some((text) => sameWords(text, title.text))) return;
  reading.problems.warning(reading.at(path, title), {
    code: 'BOOK013',
    message: `the title is not the pipeline's name`,
    ...(title && { value: title.text }),
    wayOut: `write # ${name}`,
  });
}

/** Reports classes of failure to which messages link and which the page lacks. */
export function checkFailureClasses(reading: Reading, { headings }: ParsedMarkdown): void {
  for (const failureClass of FAILURE_CLASSES) {
    if (headings.some(({ depth, slug }) => depth === 2 && slug === failureClass)) continue;
    reading.problems.error(reading.at(FAILURE_CLASSES_PAGE), {
      code: 'BOOK011',
      message: `the class of failure "${failureClass}" has no section`,
      wayOut: `add ## ${failureClass[0]?.toUpperCase()}${failureClass.slice(1)}`,
    });
  }
}

/** What Markdown makes of a name that is written as a title, as the way out says. */
function asHeading(name: string): string {
  return parseMarkdown(`# ${name}`).headings[0]?.text ?? name;
}

/** Markdown shows several blanks as one. */
function sameWords(a: string, b: string): boolean {
  return a.replace(/\s+/g, ' ').trim() === b.replace(/\s+/g, ' ').trim();
}

function isRequired(text: string): boolean {
  return HEADINGS.some((heading) => heading === text);
}
