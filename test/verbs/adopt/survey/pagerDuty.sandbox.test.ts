import type { Choice } from '../../../../src/verbs/adopt/survey/choice';
import { importIds, problems, surveyed } from './accounts';

const team = {
  pagerduty_team: { ba: { name: 'Business Analytics', description: 'Team ba. Managed by Watchbill: x' } },
};

test('a name is the same name, in other letters only where none is exactly so', async () => {
  const exact = {
    '/teams': [
      { id: 'P1', name: 'business analytics' },
      { id: 'P2', name: 'Business Analytics' },
    ],
  };
  expect(importIds(await surveyed(team, { pagerDuty: exact }))).toEqual({ 'pagerduty_team.ba': 'P2' });
  const folded = {
    '/teams': [
      { id: 'P1', name: 'business analytics' },
      { id: 'P3', name: 'Analytics' },
    ],
  };
  expect(importIds(await surveyed(team, { pagerDuty: folded }))).toEqual({ 'pagerduty_team.ba': 'P1' });
  expect(await surveyed(team, { pagerDuty: { '/teams': [] } })).toEqual({
    found: [],
    undecided: [],
    mappable: [],
    objects: 1,
  });
});

test('two of one name are named, and neither is adopted, nor what belongs to them', async () => {
  const result = await surveyed(
    {
      ...team,
      pagerduty_team_membership: {
        ba: { team_id: '${pagerduty_team.ba.id}', user_id: '${data.pagerduty_user.aidil.id}' },
      },
    },
    {
      pagerDuty: {
        '/teams': ['P1', 'P2'].map((id) => ({ id, name: 'Business Analytics' })),
        '/users': [{ id: 'U1', email: 'aidil@xyz-tech.example' }],
      },
    },
    { pagerduty_user: { aidil: { email: 'aidil@xyz-tech.example' } } },
  );
  expect(importIds(result)).toEqual({});
  expect(problems(result)).toEqual({
    'pagerduty_team.ba': '2 objects match: P1, P2 ("Business Analytics")',
  });
  expect(result.undecided[0]?.command).toContain("state show 'pagerduty_team.ba'");
});

test('what another id of the data stands for is not taken from it', async () => {
  const of = (description: string) => ({ '/teams': [{ id: 'P1', name: 'Business Analytics', description }] });
  const renamed = await surveyed(team, { pagerDuty: of('Team analytics. Managed by Watchbill: x') });
  expect(problems(renamed)).toEqual({
    'pagerduty_team.ba':
      '"Business Analytics" (P1) was deployed by Watchbill as another object: "Team analytics"',
  });
  const same = await surveyed(team, { pagerDuty: of('Team ba. Managed by Watchbill: y') });
  expect(importIds(same)).toEqual({ 'pagerduty_team.ba': 'P1' });
});

test("text is compared as PagerDuty has it, not as Terraform's escapes", async () => {
  const escaped = { pagerduty_schedule: { cost: { name: 'Cost of $${x}' } } };
  const schedules = { '/schedules': [{ id: 'P1', name: 'Cost of ${x}' }] };
  expect(importIds(await surveyed(escaped, { pagerDuty: schedules }))).toEqual({
    'pagerduty_schedule.cost': 'P1',
  });
});

describe('what hangs on other objects', () => {
  const resources = {
    pagerduty_service: { x: { name: 'X' } },
    pagerduty_business_service: { x: { name: 'X (business service)' } },
    pagerduty_service_integration: {
      x: {
        name: 'Datadog',
        service: '${pagerduty_service.x.id}',
        vendor: '${data.pagerduty_vendor.datadog.id}',
      },
    },
    pagerduty_service_dependency: {
      x: {
        dependency: [
          {
            dependent_service: [{ id: '${pagerduty_business_service.x.id}', type: 'business_service' }],
            supporting_service: [{ id: '${pagerduty_service.x.id}', type: 'service' }],
          },
        ],
      },
    },
  };
  const data = { pagerduty_vendor: { datadog: { name: 'Datadog' } } };
  const integration = (vendor: string) => ({
    integration: { name: 'Datadog', vendor: { id: vendor }, integration_key: 'a secret' },
  });
  const answers = {
    '/services': [{ id: 'S', name: 'X' }],
    '/services/S': {
      service: {
        integrations: [
          { id: 'I1', summary: 'Events' },
          { id: 'I2', summary: 'Datadog' },
          { id: 'I3', summary: 'Datadog' },
        ],
      },
    },
    '/services/S/integrations/I2': integration('V-other'),
    '/services/S/integrations/I3': integration('V'),
    '/vendors': [
      { id: 'V-other', name: 'Datadog Cloud Cost' },
      { id: 'V', name: 'Datadog' },
    ],
    '/business_services': [{ id: 'B', name: 'X (business service)' }],
    '/service_dependencies/technical_services/S': {
      relationships: [
        { id: 'D1', supporting_service: { id: 'S' }, dependent_service: { id: 'B2' } },
        { id: 'D2', supporting_service: { id: 'S' }, dependent_service: { id: 'B' } },
      ],
    },
  };

  test("is imported as the provider's documentation has it", async () => {
    const result = await surveyed(resources, { pagerDuty: answers }, data);
    expect(importIds(result)).toMatchObject({
      'pagerduty_service_integration.x': 'S.I3',
      'pagerduty_service_dependency.x': 'S.service.D2',
    });
    expect(JSON.stringify(result)).not.toContain('a secret');
  });

  test('is not asked for where those do not exist', async () => {
    const lists = { '/services': [], '/business_services': [] };
    const result = await surveyed(
      resources,
      { pagerDuty: { ...lists, '/vendors': answers['/vendors'] } },
      data,
    );
    expect(result).toEqual({ found: [], undecided: [], mappable: [], objects: 4 });
  });
});

test('an answer of another shape is an error that says which', async () => {
  await expect(surveyed(team, { pagerDuty: { '/teams': [{ name: 'x' }] } })).rejects.toThrow(
    /PagerDuty GET \/teams: answered 200: an answer of another shape: 0.id/,
  );
});

test('an unknown type is an error before anybody is asked', async () => {
  await expect(surveyed({ ...team, pagerduty_webhook: { x: {} } }, {})).rejects.toThrow(
    'adopt cannot look for pagerduty_webhook',
  );
});

test('a log-in in other letters is the same user, as whose membership is adopted', async () => {
  const result = await surveyed(
    {
      ...team,
      pagerduty_team_membership: {
        ba__aidil: { team_id: '${pagerduty_team.ba.id}', user_id: '${data.pagerduty_user.aidil.id}' },
      },
    },
    {
      pagerDuty: {
        '/teams': [{ id: 'P1', name: 'Business Analytics' }],
        '/users': [{ id: 'U1', email: 'aidil@xyz-tech.example' }],
        '/teams/P1/members': [{ user: { id: 'U1' } }],
      },
    },
    { pagerduty_user: { aidil: { email: 'Aidil@XYZ-Tech.example' } } },
  );
  expect(importIds(result)).toEqual({
    'pagerduty_team.ba': 'P1',
    'pagerduty_team_membership.ba__aidil': 'U1:P1',
  });
});

describe('an object of another name', () => {
  const teams = [
    { id: 'P1', name: 'Analytics (old)', description: 'by hand' },
    { id: 'P2', name: 'Others' },
    { id: 'P3', name: 'Others' },
  ];
  const look = (choice: Choice, more: readonly object[] = []) =>
    surveyed(
      team,
      { pagerDuty: { '/teams': [...teams, ...more] } },
      {},
      new Map([['pagerduty_team.ba', choice]]),
    );
  const mapped = (object: string): Choice => ({ object, by: '--map' });
  const remembered = (object: string): Choice => ({ object, by: 'file' });

  test('is taken over by its name or its id, and its name will be overwritten', async () => {
    for (const object of ['Analytics (old)', 'P1']) {
      const { found } = await look(mapped(object));
      expect(found).toMatchObject([
        {
          importId: 'P1',
          called: 'Analytics (old)',
          by: '--map',
          changes: [{ label: 'name' }, { label: 'description' }],
        },
      ]);
    }
  });

  test('that is not there, is there twice, or would take the name of another, is undecided', async () => {
    const problem = async (object: string, more: readonly object[] = []) =>
      problems(await look(mapped(object), more))['pagerduty_team.ba'];
    expect(await problem('Analytics (odl)')).toBe(
      'ADOP005: the account has no object of that kind called "Analytics (odl)"',
    );
    expect(await problem('Others')).toBe('ADOP006: 2 objects are called "Others": P2, P3');
    const namesake = { id: 'P4', name: 'business analytics' };
    expect(await problem('P1', [namesake])).toBe(
      'ADOP007: "Analytics (old)" (P1) would be renamed, but P4 is called "business analytics" already',
    );
  });

  test('of the file counts until something has the name of the data', async () => {
    expect(importIds(await look(remembered('P1')))).toEqual({ 'pagerduty_team.ba': 'P1' });
    expect(await look(remembered('P9'))).toMatchObject({ found: [], undecided: [] });
    const namesake = { id: 'P4', name: 'Business Analytics' };
    expect(importIds(await look(remembered('P1'), [namesake]))).toEqual({ 'pagerduty_team.ba': 'P4' });
  });

  test('is not asked for where all of them are taken over by something', async () => {
    const two = { pagerduty_team: { ...team.pagerduty_team, de: { name: 'Others' } } };
    const left = async (...all: object[]) =>
      (await surveyed(two, { pagerDuty: { '/teams': all } })).mappable.map(({ address }) => address);
    expect(await left({ id: 'P2', name: 'Others' })).toEqual([]);
    expect(await left({ id: 'P2', name: 'Others' }, { id: 'P5', name: 'X' })).toEqual(['pagerduty_team.ba']);
    expect(await left()).toEqual([]);
  });
});
