import { FAILURE_CLASSES_FILE, type FailureClass, type Organization, type Pipeline } from '../catalog';
import { encodedBase, encodedPart, runbookLink, runbookUrl } from './runbookLink';

/** Where a team's pages are. */
type Bases = Pick<Organization, 'runbooksUrl' | 'siteUrl'>;

/** What decides where a pipeline's page is. */
type Linked = Pick<Pipeline, 'id' | 'runbook'>;

/**
 * Address of what a responder reads about a pipeline: its page of the team's site, otherwise its runbook.
 * @returns undefined if there is neither
 * @example
 * pipelineUrl(organization, pipeline) // https://oncall.xyz-tech.example/pipelines/aggregate-profit.html
 */
export function pipelineUrl(bases: Bases, { id, runbook }: Linked): string | undefined {
  const { siteUrl } = bases;
  if (siteUrl !== undefined) return `${encodedBase(siteUrl)}/pipelines/${encodedPart(id)}.html`;
  return runbook?.link ?? (runbook && runbookUrl(bases, runbook.file));
}

/**
 * Address of what explains an alert: the page elsewhere that it or its runbook names, otherwise its
 * section; the anchor is the same on the site and in the runbook.
 * @param slug the alert's id
 * @returns undefined if there is neither a site nor a runbook
 */
export function alertUrl(bases: Bases, pipeline: Linked, slug: string): string | undefined {
  const { runbook } = pipeline;
  const elsewhere = runbook?.alerts.find(({ id }) => id === slug)?.runbook ?? runbook?.link;
  if (elsewhere !== undefined) return elsewhere;
  const page = pipelineUrl(bases, pipeline);
  return page && `${page}#${encodedPart(slug)}`;
}

/** Address of a failure class on the page that explains them all. */
export function failureClassUrl(bases: Bases, failureClass: FailureClass): string {
  const { siteUrl } = bases;
  if (siteUrl === undefined) return runbookLink(bases, FAILURE_CLASSES_FILE, failureClass);
  return `${encodedBase(siteUrl)}/pages/${FAILURE_CLASSES_FILE.replace(/\.md$/, '.html')}#${failureClass}`;
}
