import { Temporal } from 'temporal-polyfill';
import { stringify } from 'yaml';
import { catalogOf as fixtureOf } from '../roster/fixture';
import { byAddress, catalogOf, FILES, onCall } from './xyzTech';

const json = onCall(catalogOf(FILES));

test('XYZ Tech in PagerDuty', () => {
  // As YAML, because a person reads it: texts keep their lines.
  expect(stringify(json, { lineWidth: 0 })).toMatchSnapshot();
});

test('an office-hours pipeline has no PagerDuty object', () => {
  const text = JSON.stringify(json);
  expect(text).toContain('aggregate-profit');
  expect(text).not.toContain('experiments');
});

test('the ownership table is there: two teams with desks, one with people, roles given', () => {
  const memberships = [...byAddress(json)].filter(([address]) =>
    address.startsWith('pagerduty_team_membership.'),
  );
  expect(memberships.map(([address, object]) => [address, (object as { role: string }).role])).toEqual([
    ['pagerduty_team_membership.accounts', 'responder'],
    ['pagerduty_team_membership.ba', 'responder'],
    ['pagerduty_team_membership.de__aidil', 'responder'],
    ['pagerduty_team_membership.de__choo', 'responder'],
    ['pagerduty_team_membership.de__spencer', 'responder'],
    ['pagerduty_team_membership.de__thiru', 'responder'],
  ]);
});

test('the providers are pinned, take nothing from the file, and the secret is a reference', () => {
  expect(json.provider).toEqual({ pagerduty: [{}], datadog: [{}] });
  expect(json.terraform['required_providers']).toEqual({
    pagerduty: { source: 'PagerDuty/pagerduty', version: '3.30.8' },
    datadog: { source: 'DataDog/datadog', version: '3.82.0' },
  });
  expect(json.resource['datadog_integration_pagerduty_service_object']?.['aggregate-profit']).toEqual({
    service_name: 'aggregate-profit',
    service_key: '${pagerduty_service_integration.aggregate-profit.integration_key}',
  });
});

test('whoever has left is in no team, and looked up only while an order that names them is in force', () => {
  const catalog = fixtureOf({
    people: { aidil: [], choo: [] },
    left: { choo: '2026-01-14' },
    rotations: [
      {
        versions: [
          { from: '2026-01-05', order: ['aidil', 'choo'] },
          { from: '2026-01-19', order: ['aidil'] },
        ],
      },
    ],
  });
  const ofChoo = (asOf: string) =>
    [...byAddress(onCall(catalog, Temporal.Instant.from(asOf))).keys()].filter((each) => /choo/.test(each));
  expect(ofChoo('2026-01-13T15:59:59Z')).toEqual([
    'pagerduty_team_membership.de__choo',
    'data.pagerduty_user.choo',
  ]);
  expect(ofChoo('2026-01-13T16:00:00Z')).toEqual(['data.pagerduty_user.choo']);
  expect(ofChoo('2026-01-19T01:00:00Z')).toEqual([]);
});
