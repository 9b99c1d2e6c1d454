import { stringify } from 'yaml';
import { byAddress, catalogOf, FILES, monitors } from './xyzTech';

const json = monitors(catalogOf(FILES));

const KINDS = ['deadline', 'discrepancy', 'freshness', 'trend', 'failure', 'duration', 'range', 'missing'];

test.each(KINDS)('a monitor of kind %s', (kind) => {
  const ofKind = Object.values(json.resource['datadog_monitor'] ?? {}).find(({ tags }) =>
    (tags as string[]).includes(`kind:${kind}`),
  );
  // As YAML, because a person reads it: texts keep their lines. docs/alerts.md has each kind whole.
  expect(stringify(ofKind, { lineWidth: 0 })).toMatchSnapshot();
});

test.each(Object.keys(json.resource).filter((type) => type !== 'datadog_monitor'))('a %s', (type) => {
  const [first] = Object.values(json.resource[type] ?? {});
  expect(stringify(first, { lineWidth: 0 })).toMatchSnapshot();
});

test('the provider is pinned, and takes nothing from the file', () => {
  expect(json.provider).toEqual({ datadog: [{}] });
  expect(json.terraform['required_providers']).toEqual({
    datadog: { source: 'DataDog/datadog', version: '3.82.0' },
  });
});

test('every pipeline has its entry and its monitors; what is office hours only is held', () => {
  const counts = Object.entries(json.resource).map(([type, named]) => [type, Object.keys(named).length]);
  expect(Object.fromEntries(counts)).toEqual({
    // 2 + 5 + 7 of the document's eight rules (one per metric, one per bound), and a failure rule for each experiment.
    datadog_monitor: 16,
    datadog_software_catalog: 5,
    datadog_team: 3,
    // Two pipelines: what recurs, five holidays and a bridge each.
    datadog_downtime_schedule: 14,
    terraform_data: 2,
  });
  const held = [...byAddress(json).keys()].filter((address) =>
    address.startsWith('datadog_downtime_schedule.'),
  );
  const holidays = ['2026-12-25', '2027-01-01', '2027-01-22', '2027-02-01', '2027-02-08'];
  expect(held).toEqual(
    ['daily-growth-experiments', 'unit-profit-experiments'].flatMap((id) => [
      `datadog_downtime_schedule.${id}`,
      ...holidays.map((day) => `datadog_downtime_schedule.${id}__${day}`),
      // As of Monday 00:00: the night that is.
      `datadog_downtime_schedule.${id}__until-2026-11-23-0900`,
    ]),
  );
});

test('no secret and no reference to the other stack', () => {
  expect(JSON.stringify(json)).not.toMatch(/integration_key|remote_state|pagerduty_service/);
});
