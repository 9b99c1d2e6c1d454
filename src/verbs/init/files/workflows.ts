import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { type Document, isScalar, isSeq, parseDocument } from 'yaml';
import type { Files } from './dataFiles';

/** Before office hours, and off the full hour, when most of GitHub's schedules start. */
const MORNING = Temporal.PlainTime.from('06:23');
/** Paths that exist only in Watchbill's own repository. */
const OWN_PATHS = ['src/**', 'stacks/**', 'scripts/ci/**'];
const DEPENDABOT = `# Keeps pinned versions up to date: Watchbill, its dependencies, and the workflows' actions.
version: 2
updates:
  - package-ecosystem: npm
    directory: /
    schedule: { interval: weekly }
    # In one pull request, because Watchbill pins the versions of the others.
    groups:
      watchbill: { patterns: ['*'] }
  - package-ecosystem: github-actions
    directory: /
    schedule: { interval: weekly }
    groups:
      actions: { patterns: ['*'] }
`;

/**
 * The workflows of a project: Watchbill's own, without the parts about Watchbill itself.
 * @param source folder of the package
 * @param timeZone zone of the early morning at which the nightly workflow runs
 * @param now decides the zone's offset from UTC
 */
export function workflowFiles(source: string, timeZone: string, now: Temporal.Instant): Files {
  const adapted: Readonly<Record<string, (workflow: Document) => void>> = {
    'pull-request.yml': (workflow) => workflow.deleteIn(['jobs', 'tests']),
    'deploy.yml': withoutOwnPaths,
    'nightly.yml': (workflow) => inTheMorning(workflow, timeZone, now),
    'site.yml': () => {},
  };
  const workflows = Object.entries(adapted).map(([name, adapt]) => {
    const path = join('.github/workflows', name);
    const workflow = parseDocument(readFileSync(join(source, path), 'utf8'));
    adapt(workflow);
    const text = workflow
      .toString({ lineWidth: 0, flowCollectionPadding: false })
      .replaceAll(/\bdocs\/(?=(ci|site)\.md)/g, 'node_modules/watchbill/docs/')
      .replaceAll('Asia/Kuala_Lumpur', timeZone);
    return [`.github/workflows/${name}`, text] as const;
  });
  return new Map([...workflows, ['.github/dependabot.yml', DEPENDABOT]]);
}

function withoutOwnPaths(workflow: Document): void {
  const paths = workflow.getIn(['on', 'push', 'paths']);
  if (!isSeq(paths)) throw new Error('deploy.yml has no list of paths');
  paths.items = paths.items.filter((item) => !(isScalar(item) && OWN_PATHS.includes(String(item.value))));
}

function inTheMorning(workflow: Document, timeZone: string, now: Temporal.Instant): void {
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  const utc = today.toZonedDateTime({ timeZone, plainTime: MORNING }).withTimeZone('UTC');
  workflow.setIn(['on', 'schedule', 0, 'cron'], `${utc.minute} ${utc.hour} * * *`);
}
