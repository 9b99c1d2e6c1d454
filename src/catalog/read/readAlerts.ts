import type * as z from 'zod';
import { nearest } from '../../text/nearest';
import { visible } from '../../text/visible';
import { alertSection, missingParts } from '../markdown/alertSection';
import type { Heading, ParsedMarkdown } from '../markdown/parseMarkdown';
import { PART_WORDS } from '../markdown/sectionParts';
import type { AlertRule } from '../model/alertRule';
import type { RunbookSection } from '../model/runbookSection';
import { alertId as idSchema, isAlertId } from '../schema/alertId';
import { alertRule as alertSchema } from '../schema/alertRule';
import { headingOf, plainHeading } from './headingAdvice';
import type { Page } from './pages';
import type { Reading } from './reading';
import type { YamlFile } from './yamlFile';

/**
 * Reads the alert rules of a runbook, each with its section; reports rules without a section, and
 * sections without a rule.
 * @param isElsewhere whether the runbook is a page elsewhere, so that no rule needs a section
 */
export function readAlerts(
  reading: Reading,
  page: Page,
  yaml: YamlFile,
  read: readonly z.output<typeof alertSchema>[] | undefined,
  isElsewhere: boolean,
): AlertRule[] {
  const sections = page.markdown && alertHeadings(page.markdown);
  const entries = yaml.listEntries(alertSchema, ['alerts'], read);
  const ids = entries.map((entry) => yaml.peek(idSchema, [...entry.path, 'id']));
  const alerts = entries.flatMap(({ path: at, value }, index): AlertRule[] => {
    const id = ids[index];
    if (id === undefined) return [];
    const location = yaml.at([...at, 'id']);
    if (ids.indexOf(id) < index) {
      reading.problems.error(location, {
        code: 'IDEN001',
        message: 'this id is already used by another rule of this runbook',
        value: id,
        wayOut: 'rename one, and give it its own section',
      });
      return [];
    }
    const heading = sections?.find(({ slug }) => slug === id);
    if (heading === undefined && yaml.raw([...at, 'runbook']) !== undefined) {
      warnOfElsewhere(reading, yaml.at([...at, 'runbook']), value?.runbook, 'this rule');
    } else if (heading === undefined && !isElsewhere) {
      if (sections !== undefined) reportNoSection(reading, location, id, sections);
      return [];
    }
    const section = heading === undefined ? untold(id) : alertSection(heading);
    if (heading !== undefined) warnOfNothing(reading, page.path, heading, section);
    return value === undefined ? [] : [{ ...value, section, source: yaml.at(at) }];
  });
  const readable = Array.isArray(yaml.raw(['alerts'])) && !ids.includes(undefined);
  for (const heading of sections ?? []) {
    if (!isAlertId(heading.slug)) reportNoId(reading, page.path, heading);
    else if (readable && !ids.includes(heading.slug))
      reportNoRule(
        reading,
        page.path,
        heading,
        ids.filter((id) => id !== undefined),
      );
    else warnOfParts(reading, page.path, heading);
  }
  return alerts;
}

/** Stands for the section of a rule that has none. */
function untold(id: string): RunbookSection {
  return { title: headingOf(id) ?? id, slug: id, meaning: '', firstSteps: [] };
}

/** Warns of what is lost if a message links to a page elsewhere. */
export function warnOfElsewhere(
  reading: Reading,
  location: Parameters<Reading['problems']['error']>[0],
  link: string | undefined,
  what: string,
): void {
  if (link === undefined) return;
  reading.problems.warning(location, {
    code: 'BOOK017',
    message: `the message of ${what} has no meaning, no first steps and no common failures for whoever is paged, only this link`,
    value: link,
    wayOut: 'write a section here with Meaning, Check and Repair when you have time',
  });
}

/** Headings of level 3 below "Monitoring alerts". */
function alertHeadings({ headings }: ParsedMarkdown): Heading[] {
  const from = headings.findIndex(({ depth, text }) => depth === 2 && text === 'Monitoring alerts');
  if (from < 0) return [];
  const after = headings.slice(from + 1);
  const end = after.findIndex(({ depth }) => depth <= 2);
  return (end < 0 ? after : after.slice(0, end)).filter(({ depth }) => depth === 3);
}

function reportNoSection(
  reading: Reading,
  location: Parameters<Reading['problems']['error']>[0],
  id: string,
  sections: readonly Heading[],
): void {
  const slugs = sections.map(({ slug }) => slug).filter(isAlertId);
  const meant = nearest(id, slugs);
  const heading = headingOf(id) ?? `a heading with the anchor #${id}`;
  reading.problems.error(location, {
    code: 'BOOK006',
    message: 'this alert rule has no section under "Monitoring alerts"',
    value: id,
    wayOut: meant ? `did you mean "${meant}"? If not, add a section` : `add ### ${heading}`,
  });
}

function reportNoRule(reading: Reading, path: string, heading: Heading, ids: readonly string[]): void {
  const meant = nearest(heading.slug, ids);
  reading.problems.error(reading.at(path, heading), {
    code: 'BOOK007',
    message: 'this section belongs to no alert rule',
    value: heading.text,
    wayOut: `add a rule with the id ${heading.slug}, or ${meant ? `write the heading of "${meant}"` : 'remove the section'}`,
  });
}

/** Reports a heading whose anchor cannot be an id, because Datadog or Terraform would change it. */
function reportNoId(reading: Reading, path: string, heading: Heading): void {
  const plain = plainHeading(heading.text);
  reading.problems.error(reading.at(path, heading), {
    code: 'BOOK007',
    message: `no alert rule can have the id "${visible(heading.slug)}", this heading's anchor`,
    value: heading.text,
    wayOut:
      plain === undefined
        ? 'write a heading with letters, and use its anchor as the id of the rule'
        : `write ### ${plain.heading}, and give its rule the id ${plain.id}`,
  });
}

/** Warns of a section that would leave the alert's message without a meaning or a first step. */
function warnOfNothing(reading: Reading, path: string, heading: Heading, section: RunbookSection): void {
  const lacking = [
    ...(section.meaning === '' ? [['meaning', PART_WORDS.meaning] as const] : []),
    ...(section.firstSteps.length === 0 ? [['first step', PART_WORDS.check] as const] : []),
  ];
  if (lacking.length === 0) return;
  reading.problems.warning(reading.at(path, heading), {
    code: 'BOOK014',
    message: `no ${lacking.map(([what]) => what).join(' and no ')} found in this section, so the alert's message has none`,
    value: heading.text,
    wayOut: lacking
      .map(
        ([what, words]) =>
          `write the ${what} under one of: ${words.map((word) => `**${word}.**`).join(', ')}`,
      )
      .join('; '),
  });
}

function warnOfParts(reading: Reading, path: string, heading: Heading): void {
  const missing = missingParts(heading);
  if (missing.length === 0) return;
  reading.problems.warning(reading.at(path, heading), {
    code: 'BOOK012',
    message: `this section lacks: ${missing.join(' ')}`,
    value: heading.text,
    wayOut: `start a paragraph with ${missing.map((part) => `**${part}**`).join(', another with ')}`,
  });
}
