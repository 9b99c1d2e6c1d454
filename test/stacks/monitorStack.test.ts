import { stringify } from 'yaml';
import { byAddress, catalogOf, FILES, monitors } from './xyzTech';

const json = monitors(catalogOf(FILES));

test('XYZ Tech in Datadog', () => {
  expect(stringify(json, { lineWidth: 0 })).toMatchSnapshot();
});

test('every pipeline has its entry and its monitors; what is office hours only is held', () => {
  const count = (type: string) => Object.keys(json.resource[type] ?? {}).length;
  // 2 + 5 + 7 of the document's eight rules (one a metric, one a bound), and a failure rule for each experiment.
  expect(count('datadog_monitor')).toBe(16);
  expect(count('datadog_software_catalog')).toBe(5);
  expect(count('datadog_team')).toBe(3);
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
