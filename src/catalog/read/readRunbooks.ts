import { stepWords, wordsText } from '../model/escalation';
import type { Runbook } from '../model/runbook';
import { alertRule } from '../schema/alertRule';
import { runbook as runbookSchema } from '../schema/runbook';
import { checkAnchors, checkFailureClasses, checkHeadings, checkTitle } from './checkHeadings';
import { checkLinks, type LinkedPage } from './checkLinks';
import { checkPagingKeys } from './checkPaging';
import { isUnknown, type Known, reportUnknown } from './known';
import { FAILURE_CLASSES_PAGE, isRunbook, runbookPages } from './layout';
import { type Page, readPage } from './pages';
import type { PipelineFacts } from './pipelineFacts';
import { readAlerts, warnOfElsewhere } from './readAlerts';
import type { Reading } from './reading';
import { YamlFile } from './yamlFile';

/** The contents of the runbooks folder. */
export interface Runbooks {
  /** Runbooks by pipeline. */
  readonly runbookOf: ReadonlyMap<string, Runbook>;
  /** False if the pipeline of some runbook cannot be read. */
  readonly complete: boolean;
  /** True if there is a page of failure classes. */
  readonly failureClassesPage: boolean;
}

/**
 * Reads `runbooks/*.md`, page by page: of thousands of parsed pages only what others link to is kept.
 */
export function readRunbooks(reading: Reading, pipelines: Known<PipelineFacts>): Runbooks {
  const linked: LinkedPage[] = [];
  const runbookOf = new Map<string, Runbook>();
  let complete = true;
  for (const path of runbookPages(reading)) {
    const page = readPage(reading, path);
    if (page.markdown !== undefined) {
      const { headings, links } = page.markdown;
      linked.push({ path, links, anchors: headings.map(({ slug }) => slug) });
      checkAnchors(reading, path, page.markdown);
      if (path === FAILURE_CLASSES_PAGE) checkFailureClasses(reading, page.markdown);
    }
    if (!isRunbook(path)) continue;
    const runbook = readRunbook(reading, page, pipelines);
    if (runbook === undefined) complete = false;
    else if (runbookOf.has(runbook.pipeline)) reportSecond(reading, runbook, runbookOf);
    else runbookOf.set(runbook.pipeline, runbook);
  }
  checkLinks(reading, linked);
  return { runbookOf, complete, failureClassesPage: reading.files.has(FAILURE_CLASSES_PAGE) };
}

/** @returns undefined if it is unknown which pipeline it belongs to */
function readRunbook(reading: Reading, page: Page, pipelines: Known<PipelineFacts>): Runbook | undefined {
  const yaml = page.yaml === undefined ? undefined : new YamlFile(reading, page.path, page.yaml, 2);
  const isElsewhere = yaml?.raw(['runbook']) !== undefined;
  if (page.markdown !== undefined && !isElsewhere) checkHeadings(reading, page.path, page.markdown);
  if (yaml?.root === undefined) return undefined;
  const whole = yaml.read(runbookSchema);
  const alerts = readAlerts(reading, page, yaml, whole?.alerts, isElsewhere);
  const link = yaml.peek(runbookSchema.shape.runbook, ['runbook']);
  if (alerts.some(({ section }) => section.firstSteps.length === 0)) {
    warnOfElsewhere(reading, yaml.at(['runbook']), link, 'a rule of this runbook');
  }
  const id = yaml.peek(runbookSchema.shape.pipeline, ['pipeline']);
  if (id === undefined) return undefined;
  const source = yaml.at(['pipeline']);
  if (isUnknown(id, pipelines)) {
    const reference = { code: 'BOOK001', id, noun: 'pipeline', nouns: 'pipelines' } as const;
    reportUnknown(reading.problems, source, reference, pipelines);
  }
  const pipeline = pipelines?.get(id);
  if (pipeline !== undefined) {
    checkEscalation(reading, yaml, pipeline);
    for (const { path, value } of yaml.listEntries(alertRule, ['alerts'], whole?.alerts)) {
      if (value !== undefined) checkPagingKeys(reading, yaml, path, value, pipeline.coverage);
    }
    if (page.markdown !== undefined && !isElsewhere)
      checkTitle(reading, page.path, page.markdown, pipeline.name);
  }
  return {
    file: page.path.replace(/^runbooks\//, ''),
    pipeline: id,
    ...(link === undefined ? {} : { link }),
    alerts,
    source,
  };
}

/** Checks that the escalation in the front matter is the one that PagerDuty follows. */
function checkEscalation(reading: Reading, yaml: YamlFile, { coverage, escalation }: PipelineFacts): void {
  const given = yaml.peek(runbookSchema.shape.escalation, ['escalation']);
  // A page elsewhere says on its own who is paged.
  if (yaml.raw(['runbook']) !== undefined && yaml.raw(['escalation']) === undefined) return;
  if (given === undefined || (coverage === 'on-call' && escalation === undefined)) return;
  const expected = coverage === 'on-call' ? (escalation?.steps ?? []).map(stepWords) : [];
  if (given.map(wordsText).join() === expected.join()) return;
  const isGiven = yaml.raw(['escalation']) !== undefined;
  reading.problems.error(isGiven ? yaml.at(['escalation']) : yaml.keyAt(['pipeline']), {
    code: 'BOOK010',
    message:
      coverage === 'on-call'
        ? "not the steps of the pipeline's escalation"
        : 'an office-hours pipeline pages nobody, so its runbook has no escalation',
    ...(isGiven && { value: yaml.raw(['escalation']) }),
    wayOut:
      coverage === 'on-call' ? `write escalation: [${expected.join(', ')}]` : 'remove the key escalation',
  });
}

function reportSecond(reading: Reading, runbook: Runbook, runbookOf: ReadonlyMap<string, Runbook>): void {
  reading.problems.error(runbook.source, {
    code: 'BOOK002',
    message: `${runbookOf.get(runbook.pipeline)?.file} is already the runbook of this pipeline`,
    value: runbook.pipeline,
    wayOut: 'merge the two, or name the other pipeline',
  });
}

/** Reports on-call pipelines without a runbook. */
export function checkEveryOnCallPipelineHasARunbook(
  reading: Reading,
  pipelines: Known<PipelineFacts>,
  { runbookOf, complete }: Runbooks,
): void {
  if (!complete) return;
  for (const pipeline of pipelines?.values() ?? []) {
    if (pipeline?.coverage !== 'on-call' || runbookOf.has(pipeline.id)) continue;
    reading.problems.error(pipeline.source, {
      code: 'PIPE004',
      message: 'this on-call pipeline has no runbook',
      value: pipeline.id,
      wayOut: `create runbooks/${pipeline.id}.md with pipeline: ${pipeline.id}`,
    });
  }
}
