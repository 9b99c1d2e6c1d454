import { nearest } from '../../text/nearest';
import { type Heading, type ParsedMarkdown, parseMarkdown } from '../markdown/parseMarkdown';
import { FAILURE_CLASSES } from '../model/alertRule';
import { FAILURE_CLASSES_PAGE } from './layout';
import type { Reading } from './reading';

/** The level-2 headings of every runbook, in this order. */
const HEADINGS = [
  'Description',
  'Critical inputs',
  'Critical outputs',
  'Common failures',
  'Monitoring alerts',
  'Escalation',
] as const;

/** Reports headings with the same anchor: GitHub would number the second, and the number depends on the text around it. */
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
      message: `the anchor #${heading.slug} is already used on line ${first.line}`,
      value: heading.text,
      wayOut: 'reword one of the two headings',
    });
  }
}

/** Reports level-2 headings that are missing, unexpected or out of order. */
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
      message: 'unexpected heading on level 2',
      value: heading.text,
      wayOut: `use ### below one of: ${HEADINGS.join(', ')}`,
    });
  }
  checkOrder(
    reading,
    path,
    given.filter(({ text }) => isRequired(text)),
  );
}

/** Reports the first heading that is out of order; the others follow from it. */
function checkOrder(reading: Reading, path: string, given: readonly Heading[]): void {
  const first = given.filter(({ text }, index) => given.findIndex((other) => other.text === text) === index);
  const expected = HEADINGS.filter((heading) => first.some(({ text }) => text === heading));
  const index = first.findIndex(({ text }, position) => text !== expected[position]);
  const heading = first[index];
  if (heading === undefined) return;
  reading.problems.error(reading.at(path, heading), {
    code: 'BOOK005',
    message: `"${expected[index] ?? ''}" must come before this heading`,
    value: heading.text,
    wayOut: `keep the order ${HEADINGS.join(', ')}`,
  });
}

/** Warns if the title is not the pipeline's name, which people search for. */
export function checkTitle(reading: Reading, path: string, { headings }: ParsedMarkdown, name: string): void {
  const title = headings.find(({ depth }) => depth === 1);
  if (title !== undefined && (sameWords(name, title.text) || sameWords(asHeading(name), title.text))) return;
  reading.problems.warning(reading.at(path, title), {
    code: 'BOOK013',
    message: `the title is not the pipeline's name`,
    ...(title && { value: title.text }),
    wayOut: `write # ${name}`,
  });
}

/** Reports failure classes that messages link to and the page lacks. */
export function checkFailureClasses(reading: Reading, { headings }: ParsedMarkdown): void {
  for (const failureClass of FAILURE_CLASSES) {
    if (headings.some(({ depth, slug }) => depth === 2 && slug === failureClass)) continue;
    reading.problems.error(reading.at(FAILURE_CLASSES_PAGE), {
      code: 'BOOK011',
      message: `the failure class "${failureClass}" has no section`,
      wayOut: `add ## ${failureClass[0]?.toUpperCase()}${failureClass.slice(1)}`,
    });
  }
}

/** What Markdown makes of a name that is written as a title, which the fix suggests. */
function asHeading(name: string): string {
  return parseMarkdown(`# ${name}`).headings[0]?.text ?? name;
}

/** Markdown shows consecutive blanks as one. */
function sameWords(a: string, b: string): boolean {
  return a.replace(/\s+/g, ' ').trim() === b.replace(/\s+/g, ' ').trim();
}

function isRequired(text: string): boolean {
  return HEADINGS.some((heading) => heading === text);
}
