import { channelsOf } from '../../src/alerts';
import { type Catalog, loadCatalogOrThrow } from '../../src/catalog';
import { changedData, toldAfter } from '../catalog/changedData';

const organization = (text: string) => ({
  path: 'organization.yaml',
  replace: 'runbooksUrl:',
  with: `${text}\nrunbooksUrl:`,
});

function channels(catalog: Catalog): Record<string, readonly string[]> {
  return Object.fromEntries(
    catalog.pipelines.map((pipeline) => [pipeline.id, channelsOf(pipeline, catalog.organization)]),
  );
}

test('none by default', () => {
  const all = channels(loadCatalogOrThrow(changedData(), 'data'));
  expect(Object.values(all)).toEqual([[], [], [], [], []]);
});

test("the organization's, the primary owner's team's, the pipeline's, each once, in that order", () => {
  const files = changedData(organization('channels: [webhook-log, slack-all]'), {
    path: 'pipelines.yaml',
    replace: 'primary: accounts\n',
    with: 'primary: accounts\n  channels: [opsgenie-growth, slack-all, slack-accounts]\n',
  });
  const text = Buffer.from(files.get('organization.yaml') ?? []).toString();
  const withTeams = text
    .replace('{ name: Accounts, desk', '{ name: Accounts, channels: [slack-accounts, teams-finance], desk')
    .replace('{ name: Data Engineering }', '{ name: Data Engineering, channels: [slack-de] }');
  const all = channels(
    loadCatalogOrThrow(new Map([...files, ['organization.yaml', Buffer.from(withTeams)]]), 'data'),
  );
  expect(all).toEqual({
    // Aidil's and Thiru's team is de.
    'unit-profit-experiments': ['webhook-log', 'slack-all', 'slack-de'],
    'daily-growth-experiments': ['webhook-log', 'slack-all', 'slack-de'],
    'aggregate-profit': ['webhook-log', 'slack-all'],
    'aggregate-engagement': ['webhook-log', 'slack-all'],
    'aggregate-growth': ['webhook-log', 'slack-all', 'slack-accounts', 'teams-finance', 'opsgenie-growth'],
  });
});

test.each([
  ['pagerduty-aggregate-profit', 'CHAN001'],
  ['"@pagerduty-x"', 'CHAN001'],
  ['PagerDuty', 'CHAN001'],
  ['aidil@xyz-tech.example', 'CHAN001'],
  ['"@aidil"', 'CHAN001'],
  ['"@slack-x"', 'CHAN001'],
  ['slack', 'CHAN002'],
  ['slack-', 'CHAN002'],
  ['teams-', 'CHAN002'],
  ['aidil', 'DATA004'],
  ['slack--x', 'DATA004'],
  ['"slack-a b"', 'DATA004'],
  ['"slack-a}}"', 'DATA004'],
  ['"slack-${x}"', 'DATA004'],
  [`slack-${'x'.repeat(95)}`, 'TEXT003'],
])('%s is %s', (channel, code) => {
  expect(toldAfter(organization(`channels: [${channel}]`)).map((line) => line.slice(0, 7))).toEqual([code]);
});

test('listed twice, and an empty list', () => {
  expect(toldAfter(organization('channels: [slack-x, slack-x]'))[0]).toContain('DATA006');
  expect(toldAfter(organization('channels: []'))).toHaveLength(1);
});
