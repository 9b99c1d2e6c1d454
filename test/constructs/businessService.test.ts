import { BusinessService } from '../../src/constructs';
import { PagerdutyService, PagerdutyTeam } from '../../src/constructs/cdktf';
import { only, synthesized } from './synthesized';

test('the business service depends on the technical one', () => {
  const json = synthesized((stack) => {
    const supportedBy = new PagerdutyService(stack, 'technical', { name: 'x', escalationPolicy: 'P1' });
    const team = new PagerdutyTeam(stack, 'ba', { name: 'Business Analytics' });
    new BusinessService(stack, 'business', { name: 'Profit', supportedBy, team, pointOfContact: 'BA desk' });
  });
  const [address] = Object.keys(json.resource['pagerduty_business_service'] ?? {});
  expect(only(json, 'pagerduty_business_service')).toMatchObject({
    name: 'Profit',
    point_of_contact: 'BA desk',
    team: '${pagerduty_team.ba.id}',
  });
  expect(only(json, 'pagerduty_service_dependency')).toMatchObject({
    dependency: [
      {
        dependent_service: [{ id: `\${pagerduty_business_service.${address}.id}`, type: 'business_service' }],
        supporting_service: [{ id: '${pagerduty_service.technical.id}', type: 'service' }],
      },
    ],
  });
});

test('a business service without a name is refused', () => {
  const build = () =>
    synthesized((stack) => {
      const supportedBy = new PagerdutyService(stack, 'technical', { name: 'x', escalationPolicy: 'P1' });
      new BusinessService(stack, 'business', { name: ' ', supportedBy });
    });
  expect(build).toThrow("'name' (' ') must have 1 to 255 characters");
});

test('it may depend on several, and have neither team nor contact', () => {
  const json = synthesized((stack) => {
    const [high, low] = ['high', 'low'].map(
      (id) => new PagerdutyService(stack, id, { name: id, escalationPolicy: 'P1' }),
    );
    if (high === undefined || low === undefined) throw new Error('two services');
    new BusinessService(stack, 'business', {
      name: '${Profit}',
      supportedBy: { High: high, Low: low },
      description: '${x}',
    });
  });
  const business = only(json, 'pagerduty_business_service');
  expect(business).toMatchObject({ name: '$${Profit}', description: '$${x}' });
  expect(business).not.toHaveProperty('team');
  expect(business).not.toHaveProperty('point_of_contact');
  const supporting = Object.values(json.resource['pagerduty_service_dependency'] ?? {}).map(
    ({ dependency }) => (dependency as { supporting_service: unknown }[])[0]?.supporting_service,
  );
  expect(supporting).toEqual(
    ['high', 'low'].map((id) => [{ id: `\${pagerduty_service.${id}.id}`, type: 'service' }]),
  );
});

test('without a description it bears our mark; a contact is taken as it is', () => {
  const json = synthesized((stack) => {
    const supportedBy = new PagerdutyService(stack, 'technical', { name: 'x', escalationPolicy: 'P1' });
    new BusinessService(stack, 'business', { name: 'Profit', supportedBy, pointOfContact: '${x}' });
  });
  expect(only(json, 'pagerduty_business_service')).toMatchObject({
    description: 'Managed by Watchbill',
    point_of_contact: '$${x}',
  });
});
