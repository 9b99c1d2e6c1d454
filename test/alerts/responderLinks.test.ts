import { alertUrl, failureClassUrl, pipelineUrl } from '../../src/alerts';
import type { Catalog, Pipeline } from '../../src/catalog';
import { catalogOf, FILES, monitors, onCall } from '../stacks/xyzTech';

const SITE = 'https://oncall.xyz-tech.example/watch';

function withSite(url: string): Catalog {
  const files = new Map(FILES);
  const text = Buffer.from(files.get('organization.yaml') ?? []).toString();
  files.set('organization.yaml', Buffer.from(`siteUrl: ${url}\n${text}`));
  return catalogOf(files);
}

const found = ({ pipelines }: Catalog, id: string): Pipeline => {
  const pipeline = pipelines.find((each) => each.id === id);
  if (pipeline === undefined) throw new Error(id);
  return pipeline;
};

test('with siteUrl links lead to the site, the anchor is the same; without it to the runbook', () => {
  const catalog = withSite(`${SITE}/`);
  const pipeline = found(catalog, 'aggregate-profit');
  const without = catalogOf(FILES).organization;
  expect(alertUrl(catalog.organization, pipeline, 'profit-discrepancy')).toBe(
    `${SITE}/pipelines/aggregate-profit.html#profit-discrepancy`,
  );
  expect(alertUrl(without, pipeline, 'profit-discrepancy')).toBe(
    `${without.runbooksUrl}/aggregate-profit.md#profit-discrepancy`,
  );
  expect(failureClassUrl(catalog.organization, 'data')).toBe(`${SITE}/pages/failure-classes.html#data`);
  expect(failureClassUrl(without, 'data')).toBe(`${without.runbooksUrl}/failure-classes.md#data`);
});

test('a pipeline without a runbook has a page on the site, and nothing else', () => {
  const { runbook, ...bare } = found(withSite(SITE), 'unit-profit-experiments');
  expect(runbook?.file).toBe('unit-profit-experiments.md');
  expect(pipelineUrl({ runbooksUrl: 'https://x.example', siteUrl: SITE }, bare)).toBe(
    `${SITE}/pipelines/unit-profit-experiments.html`,
  );
  expect(pipelineUrl({ runbooksUrl: 'https://x.example' }, bare)).toBeUndefined();
});

// Monitors: profit 1 + 1, engagement 1 + 3 + 1, growth 1 + 2 x 2 + 2, and 1 of each office-hours pipeline.
test('every monitor, PagerDuty service and catalog entry links to the site, and none to the runbooks', () => {
  const catalog = withSite(SITE);
  const { datadog_monitor: deployed, datadog_software_catalog: entries } = monitors(catalog).resource;
  const { pagerduty_service: services } = onCall(catalog).resource;
  const texts = [deployed, entries, services].flatMap((each) =>
    Object.values(each ?? {}).map((one) => JSON.stringify(one)),
  );
  expect(texts).toHaveLength(16 + 5 + 3);
  for (const text of texts) {
    expect(text).toContain(`${SITE}/pipelines/`);
    expect(text).not.toContain(catalog.organization.runbooksUrl);
  }
});
