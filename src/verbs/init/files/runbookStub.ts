import { wordsText } from '../../../catalog/model/escalation';

/** The facts that a runbook is made from. */
export interface StubFacts {
  readonly id: string;
  readonly name: string;
  /** The words for who is notified, step by step; none if nobody is paged. */
  readonly escalation: readonly (readonly string[])[];
  /** Local time at which those who read the pipeline's data start work, e.g. `09:00`. */
  readonly by: string;
  /** Folder of the JSON Schemas, seen from the runbooks folder. @default - no schema is named */
  readonly schemas?: string;
}

/**
 * A runbook to begin with: all six headings, and one alert with its section. The alert of an on-call
 * pipeline wakes somebody for what cannot wait; that of an office-hours pipeline reports a failed run.
 */
export function runbookStub({ id, name, escalation, by, schemas }: StubFacts): string {
  const pages = escalation.length > 0;
  const schema =
    schemas === undefined ? '' : `# yaml-language-server: $schema=${schemas}/runbook.schema.json\n`;
  const order = pages ? `escalation: [${escalation.map(wordsText).join(', ')}]\n` : '';
  const { rule, title, slug, meaning, recovers } = pages ? DEADLINE(by) : FAILURE;
  return `---
${schema}pipeline: ${id}
${order}alerts:
  - { id: ${slug}, ${rule} }
---
# ${inHeading(name)}

## Description

<!-- Edit this page: what this pipeline makes, for whom, and what they cannot do without it. -->

Not described yet.

## Critical inputs

- Not listed yet: the sources without which a run cannot be right.

## Critical outputs

- Not listed yet: the tables, reports and dashboards that depend on it.

## Common failures

- **A source is late, or the run fails.** Shows as [${title}](#${slug}).

## Monitoring alerts

### ${title}

**Meaning.** ${meaning}

**Check.** Find out how far the run came:

1. Find the oldest business date without a complete run, and open its log: is the run in progress, failed, or never started?
2. See whether the sources that it reads are complete for that date.

**Repair.** Oldest business date first:

1. If the run is in progress and its log moves on, wait; do not start a second one.
2. Otherwise correct the cause that the log shows, and start the run again for the same business date.
3. Tell whoever reads the figures which date is late, and again when it is there. ${recovers}

## Escalation

${pages ? `\`npx watchbill who ${id}\` names who is on call and who is next.` : 'Nobody is paged. Both owners get mail in office hours; what happens outside them waits until they begin.'}
`;
}

interface Example {
  /** The rule without its id. */
  readonly rule: string;
  readonly title: string;
  /** Anchor of the title, and id of the rule. */
  readonly slug: string;
  readonly meaning: string;
  readonly recovers: string;
}

const DEADLINE = (by: string): Example => ({
  rule: `kind: deadline, by: "${by}", failureClass: processing`,
  title: 'Not complete in time',
  slug: 'not-complete-in-time',
  meaning: `The run of a business date was not complete by ${by} on the next working day, so whoever reads its figures works without that date.`,
  recovers: 'The alert recovers by itself once no business date is overdue.',
});

const FAILURE: Example = {
  rule: 'kind: failure, failureClass: processing',
  title: 'Run failed',
  slug: 'run-failed',
  meaning: 'The latest run failed, so whoever reads its figures works without that business date.',
  recovers: 'The alert recovers by itself once a run succeeds.',
};

/** Text for a heading, with a backslash before every character that has a meaning in Markdown. */
function inHeading(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#&~|!$]/g, '\\$&');
}
