import type { z } from 'zod';
import { alertSection, missingParts } from '../markdown/alertSection';
import type { Heading, ParsedMarkdown } from '../markdown/parseMarkdown';
import type { AlertRule } from '../model/alertRule';
import { nearest } from '../nearest';
import { alertRule as alertSchema } from '../schema/alertRule';
import { id as idSchema } from '../schema/id';
import type { Page } from './pages';
import type { Run } from './run';
import type { YamlFile } from './yamlFile';

/** Reads the alert rules of a runbook, each with its section; reports rules and sections that lack the other. */
export function readAlerts(
  run: Run,
  page: Page,
  yaml: YamlFile,
  read: readonly z.output<typeof alertSchema>[] | undefined,
): AlertRule[] {
  const sections = page.markdown && alertHeadings(page.markdown);
  const entries = yaml.listEntries(alertSchema, ['alerts'], read);
  const ids = entries.map((entry) => yaml.peek(idSchema, [...entry.path, 'id']));
  const alerts = entries.flatMap(({ path: at, value }, index): AlertRule[] => {
    const id = ids[index];
    if (id === undefined) return [];
    const location = yaml.at([...at, 'id']);
    if (ids.indexOf(id) < index) {
      run.problems.error(location, {
        code: 'IDEN001',
        message: 'another rule of this runbook has this id',
        value: id,
        wayOut: 'rename one, and give it a section of its own',
      });
      return [];
    }
    const heading = sections?.find(({ slug }) => slug === id);
    if (heading === undefined) {
      if (sections !== undefined) reportNoSection(run, location, id, sections);
      return [];
    }
    return value === undefined ? [] : [{ ...value, section: alertSection(heading), source: yaml.at(at) }];
  });
  const readable = Array.isArray(yaml.raw(['alerts'])) && !ids.includes(undefined);
  for (const heading of sections ?? []) {
    if (readable && !ids.includes(heading.slug))
      reportNoRule(
        run,
        page.path,
        heading,
        ids.filter((id) => id !== undefined),
      );
    else warnOfParts(run, page.path, heading);
  }
  return alerts;
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
  run: Run,
  location: Parameters<Run['problems']['error']>[0],
  id: string,
  sections: readonly Heading[],
): void {
  const slugs = sections.map(({ slug }) => slug);
  const meant = nearest(id, slugs);
  const words = id.replaceAll('-', ' ');
  run.problems.error(location, {
    code: 'BOOK006',
    message: 'this alert rule has no section under "Monitoring alerts"',
    value: id,
    wayOut: meant
      ? `did you mean "${meant}"? Otherwise add a section`
      : `add ### ${words.slice(0, 1).toUpperCase()}${words.slice(1)}`,
  });
}

function reportNoRule(run: Run, path: string, heading: Heading, ids: readonly string[]): void {
  const meant = nearest(heading.slug, ids);
  run.problems.error(run.at(path, heading), {
    code: 'BOOK007',
    message: 'this section belongs to no alert rule',
    value: heading.text,
    wayOut: `add a rule with the id ${heading.slug}, or ${meant ? `write the heading of "${meant}"` : 'remove the section'}`,
  });
}

function warnOfParts(run: Run, path: string, heading: Heading): void {
  const missing = missingParts(heading);
  if (missing.length === 0) return;
  run.problems.warning(run.at(path, heading), {
    code: 'BOOK012',
    message: `this section does not say: ${missing.join(' ')}`,
    value: heading.text,
    wayOut: `begin a paragraph with ${missing.map((part) => `**${part}**`).join(', another with ')}`,
  });
}
