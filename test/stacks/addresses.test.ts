import { isMap, isSeq, parseDocument } from 'yaml';
import type { DataFiles } from '../../src/catalog';
import { byAddress, catalogOf, FILES, monitors, onCall } from './xyzTech';

const read = (files: DataFiles, path: string) => new TextDecoder().decode(files.get(path));

/** The files with one of them rewritten. */
function changed(path: string, rewrite: (text: string) => string, files: DataFiles = FILES): DataFiles {
  const before = read(files, path);
  const after = rewrite(before);
  expect(after).not.toBe(before);
  return new Map([...files, [path, new TextEncoder().encode(after)]]);
}

/** YAML with the entries at a path in the opposite order. */
function reversed(...path: string[]): (text: string) => string {
  return (text) => {
    const document = parseDocument(text);
    const node = path.length === 0 ? document.contents : document.getIn(path, true);
    if (!isMap(node) && !isSeq(node)) throw new Error(`nothing to reverse at ${path.join('.')}`);
    node.items.reverse();
    return String(document);
  };
}

/** A runbook with its front matter rewritten. */
const frontMatter = (rewrite: (yaml: string) => string) => (text: string) => {
  const [, yaml = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
  return `---\n${rewrite(yaml).trimEnd()}\n---\n${body}`;
};

function objects(files: DataFiles): Map<string, unknown> {
  const catalog = catalogOf(files);
  return new Map([...byAddress(onCall(catalog)), ...byAddress(monitors(catalog))]);
}

const before = objects(FILES);
const asObject = (map: Map<string, unknown>) =>
  Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));

/** Every list and map of the data in the opposite order. */
const reorderings: readonly (readonly [path: string, rewrite: (text: string) => string])[] = [
  ['organization.yaml', reversed('teams')],
  ['organization.yaml', reversed('people')],
  ['pipelines.yaml', reversed()],
  ['rotations.yaml', reversed()],
  ['rotations.yaml', reversed('profit-and-engagement', 'pipelines')],
  ['leave.yaml', reversed()],
  ['holidays/2026.yaml', reversed()],
  ['holidays/2027.yaml', reversed()],
  ['runbooks/aggregate-growth.md', frontMatter(reversed('alerts'))],
  ['runbooks/aggregate-engagement.md', frontMatter(reversed('alerts', '1', 'metrics'))],
];

test('another order of teams, people, pipelines, rotations, leave, holidays, alerts or metrics changes nothing', () => {
  const files = reorderings.reduce((all, [path, rewrite]) => changed(path, rewrite, all), FILES);
  expect(asObject(objects(files))).toEqual(asObject(before));
});

const append = (text: string) => (file: string) => `${file.trimEnd()}\n${text}`;
const prepend = (text: string) => (file: string) => `${text}${file}`;

const additions: [string, string[], DataFiles][] = [
  [
    'a person, in front',
    ['data.pagerduty_user.zara', 'pagerduty_team_membership.de__zara'],
    changed('organization.yaml', (text) =>
      text.replace('people:\n', 'people:\n  zara: { name: Zara, team: de, email: zara@xyz-tech.example }\n'),
    ),
  ],
  [
    'an office-hours pipeline, in front',
    ['datadog_software_catalog.another'],
    changed(
      'pipelines.yaml',
      prepend('another: { name: Another, coverage: office-hours, primary: choo, secondary: aidil }\n'),
    ),
  ],
  [
    'a rule',
    ['datadog_monitor.aggregate-profit__failed'],
    changed('runbooks/aggregate-profit.md', (text) =>
      text
        .replace('alerts:\n', 'alerts:\n  - { id: failed, kind: failure, failureClass: human }\n')
        .replace('\n## Escalation', '\n### Failed\n\nIt failed.\n\n## Escalation'),
    ),
  ],
  [
    'a holiday',
    ['daily-growth-experiments', 'unit-profit-experiments'].map(
      (id) => `datadog_downtime_schedule.${id}__2026-12-02`,
    ),
    changed(
      'holidays/2026.yaml',
      append('- { id: state-day, name: State day, date: 2026-12-02, status: gazetted }\n'),
    ),
  ],
];

test.each(additions)('%s adds its own and touches nothing else', (_, addresses, files) => {
  const after = objects(files);
  expect([...after.keys()].filter((address) => !before.has(address)).sort()).toEqual([...addresses].sort());
  for (const address of addresses) after.delete(address);
  expect(asObject(after)).toEqual(asObject(before));
});

test('a change of order changes one schedule, a leave one schedule, a threshold one monitor, a name no address', () => {
  const differing = (files: DataFiles) => {
    const after = objects(files);
    expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
    return [...after]
      .filter(([address, object]) => JSON.stringify(object) !== JSON.stringify(before.get(address)))
      .map(([address]) => address);
  };
  const version = '    - from: 2026-12-14\n      order: [thiru, aidil, choo, spencer]\n';
  expect(differing(changed('rotations.yaml', append(version)))).toEqual(['pagerduty_schedule.growth']);
  expect(
    differing(changed('leave.yaml', append('- { person: aidil, from: 2026-11-24, until: 2026-11-25 }\n'))),
  ).toEqual([
    'pagerduty_schedule.growth', // Aidil stands there that week, and in no other rotation
  ]);
  expect(
    differing(
      changed('runbooks/aggregate-profit.md', (text) =>
        text.replace('tolerancePercent: 1', 'tolerancePercent: 2'),
      ),
    ),
  ).toEqual(['datadog_monitor.aggregate-profit__profit-discrepancy__total_profit']);
  const renamed = changed('rotations.yaml', (text) => text.replace('name: Investor growth', 'name: Growth'));
  expect(differing(renamed)).toEqual(['pagerduty_schedule.growth']);
});
